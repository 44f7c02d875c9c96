import { render } from 'svelte/server';
import file from 'parley:story';
import { createStillGrounds } from './map/basemap/static-basemap.ts';
import { Player } from './player/player.svelte.ts';
import FrameLine from './ui/frame/FrameLine.svelte';
import MapRegion from './ui/shell/MapRegion.svelte';
import App from './ui/shell/App.svelte';
import { createLocalize } from './story/text.ts';
import { languagesOf } from './ui/words/choose-language.ts';
import { isStanding, WRITTEN } from './ui/shell/panels.ts';
import { ENGLISH } from './ui/words/en.ts';
import { loadWords } from './ui/words/languages.ts';
import type { Words } from './ui/words/words.ts';

export interface Prerender {
  readonly renderPage: () => Promise<{
    readonly head: string;
    readonly body: string;
    /** What stands below the page in a frame. */
    readonly line: string;
    /** The page's: the story's, or English where the interface has no words in that. */
    readonly language: string;
    readonly direction: Words['direction'];
  }>;
}

/** The page at the story's opening, with the story's texts in its own language, as HTML. */
export const renderPage: Prerender['renderPage'] = async () => {
  const own = await loadWords(file.language);
  const words = own ?? ENGLISH;
  const language = own ? file.language : words.language;
  const player = new Player(await file.read(file.language, []));
  const page = render(App, {
    props: {
      player,
      words,
      still: null,
      languages: languagesOf(file),
      onshare: () => undefined,
    },
  });
  const reading = {
    player,
    words,
    localize: createLocalize(words.language, file.language),
    bindings: [],
    onclose: () => undefined,
    grounds: createStillGrounds(),
    still: null,
  };
  let { head, body } = page;
  for (const [name, component] of Object.entries({ map: MapRegion, ...WRITTEN })) {
    const part = render(component, { props: reading, idPrefix: name });
    const place = new RegExp(`(<(div|ol)[^>]* data-part="${name}"[^>]*>)(?=</\\2>)`);
    head += part.head;
    const html = isStanding(name) ? uncomment(part.body) : part.body;
    body = body.replace(place, (tag) => tag + (name === 'map' ? uncommentDrawings(html) : html));
  }
  // It is made anew with its script.
  const line = uncomment(render(FrameLine, { props: reading }).body);
  return { head, body, line, language, direction: words.direction };
};

/** Svelte's comments are for those that it will hydrate. */
const uncomment = (html: string): string => html.replace(/<!--.*?-->/gs, '');

/** The drawings of the opening, too, are made anew: it skips what stands between the comments round them. */
function uncommentDrawings(html: string): string {
  let depth = 0;
  return html
    .split(/(?=<svg)|(?<=<\/svg>)/)
    .map((piece) => {
      if (piece.startsWith('<svg')) depth++;
      const inside = depth > 0;
      if (piece.endsWith('</svg>')) depth--;
      return inside ? uncomment(piece) : piece;
    })
    .join('');
}
