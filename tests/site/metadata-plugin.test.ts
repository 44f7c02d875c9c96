import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { metadataPlugin } from '../../src/site/metadata-plugin.ts';
import { ANSWERS, describeEmbed, type OEmbed } from '../../src/site/metadata/oembed.ts';
import { heightAt } from '../../src/embed/protocol.ts';

const ADDRESS = 'https://news.example/korea/';
const STORY = fileURLToPath(new URL('../../geo/stories/korea-thaw.json', import.meta.url));
const TITLE = 'The Korean thaw, 2017–2019';

interface Hooks {
  readonly transformIndexHtml: {
    handler(html: string, context: { readonly path: string }): Promise<string>;
  };
  generateBundle(this: object): Promise<void>;
}

/** The plugin of a build whose owner has said where its folder will be published, or has not. */
const pluginFor = (address?: string): Hooks =>
  metadataPlugin({ story: STORY, address }) as unknown as Hooks;

/** What a build makes of a page. */
const headOf = (name: string, address?: string): Promise<string> =>
  pluginFor(address).transformIndexHtml.handler('<head><title></title></head><body></body>', {
    path: `/${name}`,
  });

/** The files that a build writes beside the pages, by their names. */
async function filesOf(address?: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  await pluginFor(address).generateBundle.call({
    environment: { config: { consumer: 'client' } },
    warn: (line: string) => expect.fail(line),
    emitFile({ fileName, source }: { fileName: string; source: string | Uint8Array }) {
      files.set(fileName, source);
    },
  });
  return files;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

/** What a tag that names something says. */
const contentOf = (html: string, name: string): string | undefined =>
  new RegExp(`(?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

test('EM-29: built for an address, both answers lie beside the pages, the same in JSON and in XML, and the picture is as large as they say', async () => {
  const files = await filesOf(ADDRESS);
  const json = String(files.get('oembed.json'));
  const answer = JSON.parse(json) as OEmbed;
  const told = { address: ADDRESS, title: TITLE, name: `Map: ${TITLE}`, language: 'en' };
  expect(answer).toEqual(describeEmbed(told));
  expect(answer).toMatchObject({ title: TITLE, provider_url: ADDRESS, width: 640 });
  expect(String(files.get('oembed.xml'))).toBe(ANSWERS[1].format(answer));

  const name = answer.thumbnail_url?.slice(ADDRESS.length) ?? '';
  const picture = Buffer.from(files.get(name) as Uint8Array);
  const size = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  expect(size).toEqual([answer.thumbnail_width, answer.thumbnail_height]);
}, 60_000);

test('EM-29: built for an address, every page says where to ask, and social networks are told the same', async () => {
  for (const page of ['index.html', 'embed.html']) {
    const html = await headOf(page, ADDRESS);
    for (const [file, type] of [
      ['oembed.json', 'application/json+oembed'],
      ['oembed.xml', 'text/xml+oembed'],
    ] as const) {
      const link = `<link rel="alternate" type="${type}" href="${ADDRESS}${file}" title="${TITLE}" />`;
      expect(html, page).toContain(link);
    }
    const said = {
      ...{ 'og:type': 'article', 'og:title': TITLE, 'og:url': ADDRESS },
      ...{ 'og:image': `${ADDRESS}card.png`, 'twitter:card': 'player' },
      ...{ 'twitter:player': `${ADDRESS}embed.html`, 'twitter:player:width': '640' },
      'twitter:player:height': String(heightAt(640)),
    };
    for (const [name, content] of Object.entries(said)) {
      expect(contentOf(html, name), `${page}: ${name}`).toBe(content);
    }
  }
});

test('EM-29: built for no address, a folder has the picture and no answer, and no page says where to ask', async () => {
  expect([...(await filesOf()).keys()]).toEqual(['card.png']);
  for (const page of ['index.html', 'embed.html']) {
    expect(await headOf(page)).not.toMatch(/oembed|twitter:player/);
  }
}, 60_000);

test('EM-29: a build takes its address from PARLEY_URL', async () => {
  vi.stubEnv('PARLEY_URL', ADDRESS);
  const { default: config } = await import('../../vite.config.ts');
  const plugins = [config.plugins].flat(2) as unknown as ({ readonly name: string } & Hooks)[];
  const head = plugins.find(({ name }) => name === 'parley-metadata');
  const html = await head?.transformIndexHtml.handler('<title></title>', { path: '/index.html' });
  expect(html).toContain(`href="${ADDRESS}oembed.json"`);
});
