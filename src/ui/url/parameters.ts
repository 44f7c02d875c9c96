import type { Rgb } from '../../colour/contrast.ts';
import { DISPLAY_PARSERS, parseFlag, readAskedStory } from './display-settings.ts';

/** Who uses a parameter: every page, only the page in a frame, or only the part of a frame that talks to its host. */
type Reader = 'page' | 'frame' | 'embed';

/** A parser gets null if the parameter is missing. It returns the default for null and for unknown values. */
interface Parameter {
  readonly usedBy: Reader;
  readonly parse: (text: string | null, framed: boolean) => unknown;
}

/** For values that only the story can resolve; null if there is none. */
const asText = (text: string | null): string | null => text;

/** All URL parameters of the page and of the frame. */
export const PARAMETERS = {
  /** Address of the story file to show instead of the story that the page was built with. */
  story: { usedBy: 'page', parse: readAskedStory },
  /** Day, month or year to open at: `2018-06-12`. In an element's frame any EDTF date. */
  t: { usedBy: 'page', parse: asText },
  /** Id of the event to open at. It takes precedence over `t`. */
  event: { usedBy: 'page', parse: asText },
  /** Id of the place to select. */
  place: { usedBy: 'page', parse: asText },
  /** Id of the person to select. It takes precedence over `place`. */
  person: { usedBy: 'page', parse: asText },
  /** Playback rate, as of media. */
  speed: { usedBy: 'page', parse: parseSpeed },
  /** EDTF date or event id at which playing begins. */
  start: { usedBy: 'page', parse: asText },
  /** EDTF date or event id at which playing ends. */
  end: { usedBy: 'page', parse: asText },
  /** `light`, `dark` or `auto`, the reader's system. */
  theme: { usedBy: 'page', parse: DISPLAY_PARSERS.theme },
  /** `reduce`, `full` or `auto`, the reader's system. */
  motion: { usedBy: 'page', parse: DISPLAY_PARSERS.motion },
  /** Off: no player's bar. */
  controls: { usedBy: 'page', parse: DISPLAY_PARSERS.controls },
  /** `none` hides land and borders. */
  basemap: { usedBy: 'page', parse: DISPLAY_PARSERS.basemap },
  /** Off: no keys of a single character. */
  keyboard: { usedBy: 'page', parse: (text) => parseFlag(text, true) },
  /** BCP 47 tag of the language; null for the page's own. */
  lang: { usedBy: 'page', parse: (text) => text || null },
  /** Accent colour as six hexadecimal digits. */
  accent: { usedBy: 'page', parse: parseColour },
  /** `serif` or `sans`: one of the page's two fonts for everything outside the map. */
  font: { usedBy: 'page', parse: parseFont },
  /** Level of the first heading, 1 to 6. */
  h: { usedBy: 'page', parse: (text) => (/^[1-6]$/.test(text ?? '') ? Number(text) : 1) },
  /** On: plays as soon as the frame is visible, unless the reader prefers reduced motion. */
  autoplay: { usedBy: 'frame', parse: (text) => parseFlag(text, false) },
  /** On: starts again at the end. */
  loop: { usedBy: 'frame', parse: (text) => parseFlag(text, false) },
  /** `open` opens the sheet of cards and list at the start. */
  list: { usedBy: 'frame', parse: (text) => text === 'open' },
  /** Origin of the host page, for messages; `*` for any. */
  origin: { usedBy: 'embed', parse: parseOrigin },
  /** Id that pym.js gives a frame. */
  childId: { usedBy: 'embed', parse: (text) => /^[\w-]{1,64}$/.exec(text ?? '')?.[0] ?? null },
} as const satisfies Record<string, Parameter>;

export type Parameters = {
  readonly [Name in keyof typeof PARAMETERS]: ReturnType<(typeof PARAMETERS)[Name]['parse']>;
};

/**
 * Reads the query of an address. It never throws: unknown parameters and values are ignored (`unknown-parameters.ts` tells of
 * the first). If a parameter is given twice, the first one counts. `framed`: whether the page is in a frame.
 */
export function readParameters(search: string, framed: boolean): Parameters {
  const query = new URLSearchParams(search);
  const table: Readonly<Record<string, Parameter>> = PARAMETERS;
  const values = Object.entries(table).map(([name, { parse }]) => [
    name,
    parse(query.get(name), framed),
  ]);
  return Object.fromEntries(values) as Parameters;
}

/** The query of the whole page, for a link out of a frame, without parameters that only make sense in a host page. */
export function formatPageQuery(search: string): string {
  const query = new URLSearchParams(search);
  for (const name of ['controls', 'h']) query.delete(name);
  return query.toString();
}

function parseSpeed(text: string | null): number {
  const speed = Number(text);
  return speed > 0 && Number.isFinite(speed) ? speed : 1;
}

function parseFont(text: string | null): 'serif' | 'sans' | null {
  return text === 'serif' || text === 'sans' ? text : null;
}

/** `#` is optional: in an address it would begin the fragment. */
function parseColour(text: string | null): Rgb | null {
  const [, red = '', green = '', blue = ''] =
    /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text ?? '') ?? [];
  return blue ? [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)] : null;
}

function parseOrigin(text: string | null): string {
  return text !== null && URL.canParse(text) && new URL(text).origin === text ? text : '*';
}
