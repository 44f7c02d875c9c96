import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';

/** What TimelineJS makes of a file. Dates are objects of its own, with the numbers in `data`. */
export interface Slide {
  readonly unique_id: string;
  readonly group?: string;
  readonly display_date?: string;
  readonly text: { readonly headline: string; readonly text: string };
  readonly media?: Readonly<Record<string, string>>;
  readonly start_date: TimelineDate;
  readonly end_date?: TimelineDate;
}

interface TimelineDate {
  readonly data: Readonly<Record<string, unknown>> & { readonly date_obj: Date };
}

export interface TimelineConfig {
  readonly title: Slide;
  readonly events: readonly Slide[];
  validate(): void;
  getErrors(): readonly unknown[];
}

const PACKAGE = new URL('../../../../node_modules/@knight-lab/timelinejs/', import.meta.url);
const at = (path: string) => fileURLToPath(new URL(path, PACKAGE));

/**
 * A reader of HTML, of which the parser wants the text. The sanitiser below leaves all as it is: the tests look at the
 * HTML themselves.
 */
const BROWSER = `
const SIGNS = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
class DOMParser {
  parseFromString(html) {
    const textContent = html.replace(/<[^>]*>/g, '').replace(/&([a-z0-9#]+);/g, (_, name) => SIGNS[name]);
    return { body: { textContent } };
  }
}`;
/** Modules of a browser that the parser imports: a sanitiser, and what asks the network. */
const STANDINS: Readonly<Record<string, string>> = {
  dompurify: 'export default { addHook() {}, sanitize: (text) => text };',
  '../net/Net': 'export const fetchJSON = () => Promise.reject(new Error("No network"));',
};

/** TimelineJS' own parser of a file, without the page round it. */
export async function loadTimelineConfig(): Promise<(file: unknown) => TimelineConfig> {
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'standins',
        enforce: 'pre',
        resolveId: (id) => (id in STANDINS ? `\0${id}` : null),
        load: (id) => STANDINS[id.slice(1)] ?? null,
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: at('src/js/core/TimelineConfig.js'), formats: ['es'] },
    },
  })) as Rollup.RollupOutput[];
  const code = output[0]?.output[0].code ?? '';
  const url = `data:text/javascript,${encodeURIComponent(BROWSER + code)}`;
  const { TimelineConfig } = (await import(/* @vite-ignore */ url)) as {
    TimelineConfig: new (file: unknown) => TimelineConfig;
  };
  return (file) => new TimelineConfig(file);
}
