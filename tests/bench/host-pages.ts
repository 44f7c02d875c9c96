import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'vite';

/** An article with one way of having something in it, far below what is seen first. */
export interface Variant {
  readonly name: string;
  /** What stands in the article. */
  readonly line: string;
  /** The host's own scripts for it, by file name: what a newsroom would put on its pages. */
  readonly scripts: Readonly<Record<string, string>>;
}

const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(name));
const textOf = (name: string): string => readFileSync(fileOf(name), 'utf8');

/** As a newsroom would serve it: npm has this one in its long form. */
async function shortened(source: string): Promise<string> {
  const { code = source } = await minify('lite-yt-embed.js', source);
  return code;
}

/** Each under the address of the embed's own server. */
export async function createVariants(embed: string, dist: string): Promise<readonly Variant[]> {
  const frame = `<iframe src="${embed}embed.html" title="A map" loading="lazy" width="100%" height="640"></iframe>`;
  const lite = textOf('lite-youtube-embed/src/lite-yt-embed.js');
  return [
    { name: 'article alone', line: '', scripts: {} },
    {
      name: 'with the line',
      line: `<script async src="./parley-map.js"></script>
        <parley-map src="./embed.html"><a href="${embed}">Open the map</a></parley-map>`,
      scripts: { 'parley-map.js': readFileSync(`${dist}/parley-map.js`, 'utf8') },
    },
    { name: 'with a plain frame', line: frame, scripts: {} },
    {
      name: 'with lite-youtube-embed',
      line: `<script async src="./lite-yt-embed.js"></script>
        <lite-youtube videoid="none" style="background-image:url(data:,)"></lite-youtube>`,
      scripts: { 'lite-yt-embed.js': await shortened(lite) },
    },
    {
      name: 'with @newswire/frames',
      line: `<div id="frame"></div><script type="module">
        import { Framer } from './frames.js';
        new Framer(document.querySelector('#frame'), { src: '${embed}embed.html', attributes: { loading: 'lazy' } });
        </script>`,
      scripts: { 'frames.js': textOf('@newswire/frames') },
    },
  ];
}

const PARAGRAPH = '<p>Of what came in between few would have said that it could come.</p>';

/** So long that no browser thinks of what stands at its end as near. */
export const pageOf = ({ name, line }: Variant): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"></head>
<body style="max-width:40rem"><h1>An article</h1>${PARAGRAPH.repeat(300)}<figure>${line}</figure></body></html>`;
