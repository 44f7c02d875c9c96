import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildSite, type SiteOptions, type SiteResult } from '../../src/site/build-site.ts';
import { parseHeaders, headersOf } from '../../src/site/headers.ts';
import { ANSWERS, describeEmbed, type OEmbed } from '../../src/site/metadata/oembed.ts';
import { FACTS_FILE, ORIGIN_PLACE, type Template } from '../../src/site/template.ts';
import { readRasteriserFiles } from '../../src/site/vite/rasteriser-files.ts';
import { heightAt } from '../../src/embed/protocol.ts';
import { linkStory } from '../../src/story/link.ts';
import { localizeData } from '../../src/story/localize-data.ts';
import type { StoryData } from '../../src/story/story-data.ts';
import { THAW_DATA } from '../fixtures/data.ts';
import { TOWER } from '../fixtures/pictures.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const SHIPPED = read('geo/stories/korea-thaw.json').toString();
const ADDRESS = 'https://news.example/korea/';
const TITLE = 'The Korean thaw, 2017–2019';
const CARD = Buffer.from('a picture');

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <title></title>
    <script type="module" crossorigin src="./assets/page-abc.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/style-abc.css">
  </head>
  <body>
    <main id="parley"></main>
  </body>
</html>`;

const SCRIPT = `const home="${ORIGIN_PLACE}"`;

const template = (files: Readonly<Record<string, string>> = {}): Template => ({
  version: '1.2.3',
  words: { en: 'assets/en-abc.js', ko: 'assets/ko-abc.js' },
  extras: ['assets/media-and-markup-abc.js', 'assets/markup-abc.js'],
  files: new Map(
    Object.entries({
      'index.html': PAGE,
      'embed.html': PAGE,
      'parley-map.js': SCRIPT,
      _headers: read('public/_headers').toString(),
      ...files,
    }).map(([path, text]) => [path, Buffer.from(text)]),
  ),
  rasteriser: readRasteriserFiles,
});

/** A site with a picture of its own, which need not be drawn. */
const build = (
  story = SHIPPED,
  options: SiteOptions = {},
  from = template(),
): Promise<SiteResult> =>
  buildSite(Buffer.from(story), from, { extraFiles: new Map([['card.png', CARD]]), ...options });

async function filesOf(...args: Parameters<typeof build>): Promise<ReadonlyMap<string, string>> {
  const site = await build(...args);
  if (!site.ok) throw new Error(JSON.stringify(site.faults));
  return new Map([...site.files].map(([path, content]) => [path, Buffer.from(content).toString()]));
}

/** What a tag that names something says. */
const contentOf = (html: string, name: string): string | undefined =>
  new RegExp(`(?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

/** What a page says of the files of its story. */
const listingIn = (html = '') =>
  JSON.parse(
    /<script type="application\/json" id="parley-story">(.*?)<\/script>/.exec(html)?.[1] ?? 'null',
  ) as { readonly language: string; readonly files: Readonly<Record<string, string>> };

describe('the site of a story', () => {
  test('has the files of the template and one file of the story for each language, and every page names them', async () => {
    const files = await filesOf();
    const { language, files: named } = listingIn(files.get('index.html'));
    expect([language, Object.keys(named)]).toEqual(['en', ['en', 'ko', 'zh-Hans']]);
    for (const [tag, address] of Object.entries(named)) {
      expect(address).toMatch(new RegExp(`^\\./assets/story-korea-thaw-${tag}-[\\w-]{8}\\.json$`));
      const data = JSON.parse(files.get(address.slice(2)) ?? '') as StoryData;
      expect(linkStory(data)).toEqual(linkStory(localizeData(THAW_DATA, tag)));
    }
    expect(listingIn(files.get('embed.html'))).toEqual({ language, files: named });
    const others = [...files.keys()].filter((path) => !/^assets\/(story|opening)-/.test(path));
    expect(others.sort()).toEqual([
      '_headers',
      'card.png',
      'embed.html',
      'index.html',
      'parley-map-1.2.3.js',
      'parley-map.js',
    ]);
  });

  test('asks at once for words and story in its own language, and for no others', async () => {
    const html = (await filesOf()).get('index.html') ?? '';
    const preloads = [...html.matchAll(/<link rel="(?:module)?preload"[^>]*href="([^"]*)"/g)];
    const { en } = listingIn(html).files;
    expect(preloads.map(([, href]) => href)).toEqual(['./assets/en-abc.js', en]);
    // As `fetch` asks for it: a preload with other credentials would be a second download.
    expect(
      html.includes(
        `<link rel="preload" as="fetch" type="application/json" crossorigin href="${en}">`,
      ),
    ).toBe(true);
  });

  test('has the whole story in its pages, in the language and the direction of the page, without a style that the policy forbids', async () => {
    const files = await filesOf();
    for (const page of ['index.html', 'embed.html']) {
      const html = files.get(page) ?? '';
      expect(html.includes('<html lang="en" dir="ltr">')).toBe(true);
      expect(html.includes('<main id="parley" data-language="en">')).toBe(true);
      expect(html.includes('<p class="unready" lang="en" dir="ltr">')).toBe(true);
      expect(/<h1[^>]*><bdi>The Korean thaw/.test(html)).toBe(true);
      expect(/ style="|<style/.test(html)).toBe(false);
      const [, sheet = ''] = /href="\.\/(assets\/opening-[\w-]{8}\.css)"/.exec(html) ?? [];
      expect(files.get(sheet)).toMatch(/^\.server-0\{/);
      // With `crossorigin`, a page that is opened as a file has no styles.
      expect(html.includes('<link rel="stylesheet" href="./assets/style-abc.css">')).toBe(true);
    }
  });

  test('in a language of the interface has its words, otherwise English ones around texts in its own', async () => {
    const korean = await filesOf(SHIPPED.replace('"language": "en"', '"language": "ko"'));
    expect(korean.get('index.html')?.includes('<html lang="ko" dir="ltr">')).toBe(true);
    expect(korean.get('index.html')?.includes('href="./assets/ko-abc.js"')).toBe(true);
    const finnish = await filesOf(SHIPPED.replace('"language": "en"', '"language": "fi"'));
    expect(finnish.get('index.html')?.includes('<main id="parley" data-language="en">')).toBe(true);
    expect(finnish.get('index.html')?.includes('href="./assets/en-abc.js"')).toBe(true);
    expect(Object.keys(listingIn(finnish.get('index.html')).files)[0]).toBe('fi');
  });

  test('names the origins of further stories in its policy and in its pages, and nothing of them otherwise', async () => {
    const files = await filesOf(SHIPPED, {
      storyOrigins: ['https://data.example'],
      address: ADDRESS,
    });
    for (const page of ['index.html', 'embed.html']) {
      expect(listingIn(files.get(page))).toMatchObject({ storyOrigins: ['https://data.example'] });
      const headers = headersOf(parseHeaders(files.get('_headers') ?? ''), `/${page}`);
      expect(Object.fromEntries(headers)['Content-Security-Policy']).toContain(
        "connect-src 'self' https://news.example https://data.example;",
      );
    }
    expect(listingIn((await filesOf()).get('index.html'))).not.toHaveProperty('storyOrigins');
    expect((await filesOf()).get('_headers')).toBe(read('public/_headers').toString());
  });

  test('depends on nothing but its input', async () => {
    expect(await filesOf()).toEqual(await filesOf());
    const other = await filesOf(SHIPPED.replace('"title": {', '"title": { "fr": "Dégel",'));
    const [before, after] = [
      listingIn((await filesOf()).get('index.html')),
      listingIn(other.get('index.html')),
    ];
    // The file of a language changes its name with what is in it, and only then.
    expect(after.files['en']).toBe(before.files['en']);
  });

  test('has further files that it is given', async () => {
    const extraFiles = new Map([
      ['card.png', CARD],
      ['media/a.jpg', Buffer.from('b')],
    ]);
    expect((await filesOf(SHIPPED, { extraFiles })).get('media/a.jpg')).toBe('b');
  });

  test('no text of a story ends a script or a tag', async () => {
    const evil = '</script></head></main><script>alert(1)</script>$& $1 {{';
    const files = await filesOf(
      SHIPPED.replace(
        /"title": \{\s*"en": "[^"]*"/,
        () => `"title": { "en": ${JSON.stringify(evil)}`,
      ),
    );
    const html = files.get('index.html') ?? '';
    expect(html.includes('<script>alert')).toBe(false);
    expect(html.match(/<\/head>/g)).toHaveLength(1);
    expect(html.includes('$&amp; $1 {{')).toBe(true);
  });
});

describe('media of a story', () => {
  const media = [
    { image: 'port.svg', alt: 'A port' },
    { image: 'https://images.example/a.jpg', alt: 'A ship' },
  ];
  const story = SHIPPED.replace('"text":', () => `"media": ${JSON.stringify(media)}, "text":`);
  const beside: SiteOptions = {
    readFile: (path) => Promise.resolve(path === 'port.svg' ? Buffer.from(TOWER) : null),
  };
  const storyOf = (files: ReadonlyMap<string, string>) => {
    const { en = '' } = listingIn(files.get('index.html')).files;
    const data = JSON.parse(files.get(en.slice(2)) ?? '') as StoryData;
    return data.events.flatMap((event) => event.media);
  };

  test('are files of the site, with their sizes in the story; those of other sites are links', async () => {
    const files = await filesOf(story, beside);
    const names = [...files.keys()].filter((path) => path.startsWith('media/'));
    expect(names).toEqual([expect.stringMatching(/^media\/port-[\w-]{8}\.svg$/)]);
    expect(files.get(names[0] ?? '')).toBe(TOWER);
    expect(storyOf(files)).toMatchObject([
      { src: names[0], shown: true, width: 300, height: 900 },
      { src: 'https://images.example/a.jpg', shown: false },
    ]);
    const html = files.get('index.html') ?? '';
    expect(html.includes(`src="${names[0]}"`) || html.includes(`src="./${names[0]}"`)).toBe(true);
    expect(html.includes('src="https://images.example')).toBe(false);
    expect(files.get('_headers')).toBe(read('public/_headers').toString());
  });

  test('of sites that are named are shown, and the policy of every page allows these sites', async () => {
    const mediaOrigins = ['https://images.example'];
    const files = await filesOf(story, { ...beside, mediaOrigins, address: ADDRESS });
    expect(storyOf(files)).toMatchObject([{ shown: true }, { shown: true }]);
    expect(listingIn(files.get('embed.html'))).toMatchObject({ mediaOrigins });
    const rules = parseHeaders(files.get('_headers') ?? '');
    for (const page of ['/', '/index.html', '/embed.html']) {
      const policy = Object.fromEntries(headersOf(rules, page))['Content-Security-Policy'];
      const own = "'self' https://news.example";
      expect(policy).toContain(`img-src ${own} https://images.example;`);
      expect(policy).toContain(`media-src ${own} https://images.example;`);
      expect(policy).toContain(`script-src ${own};`);
    }
  });

  test.each([
    ['media', story],
    ['markup', SHIPPED.replace('North Korea set off', () => '*North Korea* set off')],
  ])('%s: the page asks at once for what shows it, and tells its script to', async (_, told) => {
    expect(told).not.toBe(SHIPPED);
    const files = await filesOf(told, beside);
    for (const page of ['index.html', 'embed.html']) {
      const html = files.get(page) ?? '';
      expect(listingIn(html)).toMatchObject({ extras: true });
      for (const path of ['media-and-markup-abc', 'markup-abc']) {
        expect(html).toContain(`<link rel="modulepreload" crossorigin href="./assets/${path}.js">`);
      }
    }
  });

  test('that are not there stop the build, and it says where', async () => {
    const site = await build(story);
    if (site.ok) throw new Error('It is built.');
    expect(site.faults).toMatchObject([
      {
        code: 'media',
        message: expect.stringMatching(/^"port\.svg" is not there\. Copy/),
        position: { line: expect.any(Number), column: expect.any(Number) },
      },
    ]);
    expect(site.faults[0]?.path.join('.')).toMatch(/^events\.\d+\.media\.0\.image$/);
  });
});

describe('a story with faults', () => {
  test.each([
    ['"at": "capella"', '"at": "capela"', 'at', /capella/],
    ['"when": "2018-02-10"', '"when": "2018-02-30"', 'when', /28 days/],
    ['103.82444', '463.82444', 'geometry', /./],
    ['"kim-jong-un"]', '"kim-jong-uno"]', 'who', /./],
  ])('has no site, and says where: %s turned into %s', async (right, wrong, key, said) => {
    expect(SHIPPED).toContain(right);
    const site = await build(SHIPPED.replace(right, wrong));
    if (site.ok) throw new Error('It is built.');
    const [fault] = site.faults;
    expect(fault?.path).toContain(key);
    expect(fault?.message).toMatch(said);
    expect(fault?.position?.line).toBeGreaterThan(1);
  });

  test.each(['', '[]', '{"id": 1}', '\uFEFF', '{'.repeat(100_000)])(
    'of any kind never throws: %#',
    async (text) => {
      expect((await build(text)).ok).toBe(false);
    },
  );

  test('its warnings come with the site, once for all its languages', async () => {
    const unused = '"sources": [{ "id": "npr", "publisher": "NPR", "title": "Another" },';
    const site = await build(SHIPPED.replace('"sources": [', unused));
    expect(site.ok).toBe(true);
    expect(site.warnings.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['unused', 'sources.0.id'],
    ]);
  });
});

describe('scripts for host pages', () => {
  test.each([
    [undefined, '""'],
    ['https://news.example/korea/', '"https://news.example"'],
    ['http://localhost:8080/', '"http://localhost:8080"'],
  ])('know the origin of the site: %s', async (address, origin) => {
    const files = await filesOf(SHIPPED, address === undefined ? {} : { address });
    expect(files.get('parley-map.js')).toBe(`const home=${origin}`);
    expect(files.get('parley-map-1.2.3.js')).toBe(files.get('parley-map.js'));
  });

  test('keep the address of their source map only if there is one', async () => {
    const script = 'run();\n//# sourceMappingURL=a.js.map\n';
    const without = await filesOf(SHIPPED, {}, template({ 'assets/a.js': script }));
    expect(without.get('assets/a.js')).toBe('run();\n');
    const both = template({ 'assets/a.js': script, 'assets/a.js.map': '{}' });
    expect((await filesOf(SHIPPED, {}, both)).get('assets/a.js')).toBe(script);
  });
});

test('the facts of the template belong to no site', () => {
  expect(FACTS_FILE).toBe('template.json');
});

test('EM-29: built for an address, both answers lie beside the pages, the same in JSON and in XML, and the picture is as large as they say', async () => {
  const site = await buildSite(Buffer.from(SHIPPED), template(), { address: ADDRESS });
  if (!site.ok) throw new Error('It has faults.');
  expect(site.notes).toEqual([]);
  const json = Buffer.from(site.files.get('oembed.json') ?? '').toString();
  const answer = JSON.parse(json) as OEmbed;
  const told = { address: ADDRESS, title: TITLE, name: `Map: ${TITLE}`, language: 'en' };
  expect(answer).toEqual(describeEmbed(told));
  expect(answer).toMatchObject({ title: TITLE, provider_url: ADDRESS, width: 640 });
  const xml = Buffer.from(site.files.get('oembed.xml') ?? '').toString();
  expect(xml).toBe(ANSWERS[1].format(answer));

  const name = answer.thumbnail_url?.slice(ADDRESS.length) ?? '';
  const picture = Buffer.from(site.files.get(name) ?? '');
  const size = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  expect(size).toEqual([answer.thumbnail_width, answer.thumbnail_height]);
});

test('EM-29: built for an address, every page says where to ask, and social networks are told the same', async () => {
  const files = await filesOf(SHIPPED, { address: ADDRESS });
  for (const page of ['index.html', 'embed.html']) {
    const html = files.get(page) ?? '';
    for (const [file, type] of [
      ['oembed.json', 'application/json+oembed'],
      ['oembed.xml', 'text/xml+oembed'],
    ] as const) {
      const link = `<link rel="alternate" type="${type}" href="${ADDRESS}${file}" title="${TITLE}" />`;
      expect(html.includes(link), page).toBe(true);
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
  const rules = parseHeaders(files.get('_headers') ?? '');
  const policy = Object.fromEntries(headersOf(rules, '/embed.html'))['Content-Security-Policy'];
  expect(policy).toContain("script-src 'self' https://news.example;");
});

test('EM-29: built for no address, a folder has no answer, and no page says where to ask', async () => {
  const files = await filesOf();
  expect([...files.keys()].filter((path) => path.startsWith('oembed'))).toEqual([]);
  for (const page of ['index.html', 'embed.html']) {
    expect(/oembed|twitter:player/.test(files.get(page) ?? '')).toBe(false);
  }
});
