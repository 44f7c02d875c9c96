import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storyPlugin } from '../../src/site/story-plugin.ts';
import { TOWER } from '../fixtures/pictures.ts';

const shipped = readFileSync(new URL('../../geo/stories/korea-thaw.json', import.meta.url), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Builds a page that holds nothing but a story, in memory. */
function buildWith(
  story: string,
  from = './korea-thaw.json?story',
  shown = 'korea-thaw.json',
  warn: (message: string) => void = () => {},
): Promise<unknown> {
  writeFileSync(join(folder, 'korea-thaw.json'), story);
  writeFileSync(join(folder, 'main.js'), `import story from '${from}'; console.log(story.title);`);
  return build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [storyPlugin(join(folder, shown))],
    build: {
      write: false,
      rolldownOptions: {
        input: join(folder, 'main.js'),
        onLog: (level, { message }) => {
          if (level === 'warn') warn(message);
        },
      },
    },
  });
}

test('the shipped story builds', async () => {
  await expect(buildWith(shipped)).resolves.toBeDefined();
});

test('a page that asks for the story of its build gets that one', async () => {
  const mine = shipped.replace('"id": "korea-thaw"', '"id": "of-mine"');
  const asked = JSON.stringify(await buildWith(mine, 'parley:story'));
  expect(asked).toContain('of-mine');
  expect(asked).not.toContain('parley:story');
});

test('the warnings of a story are shown, once for all its languages, and the build goes on', async () => {
  const unused = '"sources": [{ "id": "npr", "publisher": "NPR", "title": "Another" },';
  const story = shipped.replace('"sources": [', unused);
  const shown: string[] = [];
  await expect(
    buildWith(story, undefined, undefined, (warning) => shown.push(warning)),
  ).resolves.toBeDefined();
  expect(shown.filter((text) => text.includes('npr'))).toEqual([
    expect.stringMatching(
      /korea-thaw\.json:\d+:\d+ warning: sources\[0\]\.id: "npr" is not used\. /,
    ),
  ]);
});

test('the media of a story are files of the site, and a missing one stops the build and says where', async () => {
  const media = '"media": [\n{ "image": "port.svg", "alt": "A port" }],';
  const story = shipped.replace('"text":', `${media} "text":`);
  await expect(buildWith(story)).rejects.toThrow(
    /korea-thaw\.json:\d+:12 events\[\d+\]\.media\[0\]\.image: "port\.svg" is not there\. Copy/,
  );
  writeFileSync(join(folder, 'port.svg'), TOWER);
  const { output } = (await buildWith(story)) as Rollup.RollupOutput;
  const files = output.filter(({ fileName }) => fileName.startsWith('media/'));
  expect(files).toMatchObject([{ fileName: /^media\/port-[\w-]{8}\.svg$/ }]);
  expect(files.map((file) => file.type === 'asset' && Buffer.from(file.source).toString())).toEqual(
    [TOWER],
  );
  const code = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('');
  expect(code).toContain(files[0]?.fileName);
});

test('a story that is not there stops the build, and its name is said', async () => {
  await expect(buildWith(shipped, 'parley:story', 'nowhere.json')).rejects.toThrow(
    /There is no story at .*nowhere\.json\. PARLEY_STORY names its path\./,
  );
});

test.each([
  ['"at": "capella"', '"at": "capela"', /korea-thaw\.json:\d+:\d+ events\[\d+\]\.at: .*capella/],
  [
    '"when": "2018-02-10"',
    '"when": "2018-02-30"',
    /korea-thaw\.json:\d+:\d+ events\[\d+\]\.when: .*28 days/,
  ],
  ['103.82444', '463.82444', /korea-thaw\.json:\d+:\d+ places\.features\[\d+\]\.geometry/],
  ['"id": "hanoi"', '"id": "dalian"', /korea-thaw\.json:\d+:\d+ .*\.id: .*dalian/],
  ['"kim-jong-un"]', '"kim-jong-uno"]', /korea-thaw\.json:\d+:\d+ events\[\d+\]\.who\[\d+\]/],
])('a story with %s turned into %s stops the build and says where', async (right, wrong, said) => {
  expect(shipped).toContain(right);
  await expect(buildWith(shipped.replace(right, wrong))).rejects.toThrow(said);
});
