import { describe, expect, test } from 'vitest';
import {
  cycles,
  ringsOfRooms,
  unusedArrows,
  wrongArrows,
  wrongData,
  wrongPackages,
} from './architecture/arrows.ts';
import { bareEdges } from './architecture/edges.ts';
import { importsOf } from './architecture/imports.ts';
import * as shape from './architecture/shape.ts';
import { readSources, readTop, type Source } from './architecture/source.ts';
import { FRAMES, misplaced, RAW_HTML, RUNES, tooManyEffects } from './architecture/words.ts';

type Check = (sources: readonly Source[]) => string[];
type Planted = readonly [path: string, text: string, ...expected: string[]];

/**
 * Each rule of the house: in words, as a function from a tree to its faults, and with bad files
 * that it must find, so that a rule which has gone blind is noticed.
 */
const RULES: readonly [name: string, check: Check, planted: readonly Planted[]][] = [
  [
    'A room imports only from the rooms its arrows point to',
    (sources) => wrongArrows(importsOf(sources)),
    [
      ['src/time/a.ts', "\nimport { b } from '../story/b.ts';", 'src/time/a.ts:2', 'nobody'],
      ['src/story/a.ts', "export * from '../scene/b.ts';", 'may know time'],
      ['src/story/b.ts', "import './load.ts';", 'src/story/b.ts:1'],
      ['src/story/parse/faults/a.ts', "import '../schema/b.ts';", 'may know time'],
      ['src/story/parse/schema/a.ts', "import '../build/b.ts';", 'src/story/parse/schema/a.ts:1'],
      ['src/story/parse/links/a.ts', "import '../../story.ts';", 'in no room of the house'],
      ['src/scene/a.ts', "const b = import('../map/b.ts');", 'may know time, story'],
      ['src/player/a.ts', "import '../ui/theme.css';", 'may know time, story, scene'],
      ['src/map/a.ts', "import { type B } from '../story/b.ts';", 'by type only story, scene'],
      ['src/map/b.ts', "import type { B } from '../player/b.ts';", 'by type only story, scene'],
      ['src/map/c.ts', "let b: import('../ui/b.ts').B;", 'src/map/c.ts:1'],
      ['src/map/projection/a.ts', "import '../labels/b.ts';", 'may know nobody'],
      [
        'src/map/labels/a.ts',
        "import '../layer/b.ts';",
        'may know src/story/date-line.ts, map/projection, map/glyphs',
      ],
      ['src/map/layer/a.ts', "import '../inset/b.ts';", 'src/map/layer/a.ts:1'],
      ['src/map/basemap/a.ts', "import '../maplibre/b.ts';", 'may know map/projection'],
      ['src/map/maplibre/a.ts', "import '../Map.svelte';", 'src/map/maplibre/a.ts:1'],
      ['src/map/toolbar.ts', "import './projection/a.ts';", 'src/map/toolbar.ts may know nobody'],
      ['src/ui/A.svelte', "\n\n{#await import('../time/a.ts')}", 'in no room of the house: ui'],
      [
        'src/ui/shell/A.svelte',
        "\n\n{#await import('../../embed/guest/guest.ts')}",
        'src/ui/shell/A.svelte:3',
      ],
      [
        'src/ui/frame/B.svelte',
        "<script>\nimport '../../embed/guest/guest.ts'</script>",
        'src/ui/frame/B.svelte:2',
      ],
      ['src/ui/words/a.ts', "import '../../map/maplibre/b.ts';", 'by type only map/maplibre'],
      ['src/ui/keys/a.ts', "import '../transport/b.ts';", 'may know player, ui/words'],
      ['src/ui/list/a.ts', "import type { B } from '../panel/b.ts';", 'src/ui/list/a.ts:1'],
      ['src/ui/panel/a.ts', "import '../shell/b.ts';", 'src/ui/panel/a.ts:1'],
      ['src/ui/timeline/a.ts', "import '../../map/Map.svelte';", 'src/ui/timeline/a.ts:1'],
      ['src/ui/share/a.ts', "import '../../embed/host/b.ts';", 'src/ui/share/a.ts:1'],
      ['src/ui/shell/c.ts', "import '../../app.ts';", 'nobody imports entries'],
      ['src/embed/protocol.ts', "import '../time/a.ts';", 'may know nobody'],
      [
        'src/embed/guest/rpc-methods.ts',
        "import { P } from '../../player/p.ts';",
        'by type only player',
      ],
      [
        'src/embed/host/element.ts',
        "import type { P } from '../../player/p.ts';",
        'may know src/embed/protocol.ts',
      ],
      ['src/embed/other.ts', "import './protocol.ts';", 'in no room'],
      ['src/site/metadata/a.ts', "import '../card/b.ts';", 'src/site/metadata/a.ts:1'],
      ['src/parley-map.ts', "import './embed/protocol.ts';", 'may know embed/host'],
    ],
  ],
  [
    'Every arrow is there because an import needs it',
    (sources) => unusedArrows(importsOf(sources)),
    [['src/scene/a.ts', "import '../time/a.ts';", 'scene → story', 'map/labels → map/glyphs']],
  ],
  [
    'No rooms import each other in a ring',
    (sources) => ringsOfRooms(importsOf(sources)),
    [
      ['src/map/labels/a.ts', "import '../layer/b.ts';"],
      ['src/map/layer/b.ts', "import type { C } from '../inset/c.ts';"],
      [
        'src/map/inset/d.ts',
        "import '../labels/e.ts';",
        'map/labels → map/layer → map/inset → map/labels',
      ],
    ],
  ],
  [
    'Only map/maplibre imports maplibre-gl, and every package has its rooms',
    (sources) => wrongPackages(importsOf(sources)),
    [
      ['src/ui/panel/a.ts', "import { Map } from 'maplibre-gl';", 'only map/maplibre may'],
      ['src/map/a.ts', "import 'maplibre-gl/dist/maplibre-gl.css';", 'only map/maplibre may'],
      ['src/map/b.ts', "import type { Map } from 'maplibre-gl';", 'only map/maplibre may'],
      ['src/scene/a.ts', "import { feature } from 'topojson-client';", 'only map/basemap may'],
      ['src/scene/b.ts', "import { scaleUtc } from 'd3-scale';", 'only ui/timeline may'],
      ['src/ui/url/d.ts', "await import('valibot');", 'only story/parse/schema may'],
      ['src/story/b.ts', "import 'jsonc-parser';", 'only story/parse/text may'],
      ['src/scene/c.ts', "import { SvelteMap } from 'svelte/reactivity';", 'imports svelte'],
      ['src/ui/url/e.ts', "import _ from 'lodash';", 'not on the list'],
      ['src/story/a.ts', "import { feature } from 'geojson';", 'not on the list'],
    ],
  ],
  [
    'The ground is imported only by map/basemap, a story only by the entries, nothing else outside src/',
    (sources) => wrongData(importsOf(sources)),
    [
      ['src/map/b.ts', "import world from '../../geo/basemap/world.json';", 'only map/basemap may'],
      ['src/story/a.ts', "import thaw from '../../geo/stories/thaw.json';", 'only src/app.ts'],
      ['src/map/a.ts', "import { b } from '../../geo/build/b.ts';", 'outside src/'],
      ['src/app.ts', "import { version } from '../package.json';", 'outside src/'],
    ],
  ],
  [
    'No files import each other in a ring',
    (sources) => cycles(importsOf(sources)),
    [
      ['src/time/a.ts', "import './b.ts';"],
      ['src/time/b.ts', "\nimport './c';", 'src/time/b.ts → src/time/c.ts → src/time/b.ts'],
      ['src/time/c.ts', "import type { B } from './b.ts';"],
    ],
  ],
  [
    'Runes live only in *.svelte and *.svelte.ts',
    (sources) => misplaced(sources, RUNES),
    [
      ['src/player/a.ts', '\nlet a = $state(0);', 'src/player/a.ts:2'],
      ['src/ui/b.ts', 'const b = $derived.by(() => 1);', 'src/ui/b.ts:1'],
    ],
  ],
  [
    'Only the clock says requestAnimationFrame',
    (sources) => misplaced(sources, FRAMES),
    [
      ['src/ui/A.svelte', '<script>\nrequestAnimationFrame(draw)</script>', 'src/ui/A.svelte:2'],
      ['src/map/a.ts', 'window.requestAnimationFrame(draw);', 'only src/player/clock.ts'],
    ],
  ],
  [
    'No string becomes HTML',
    (sources) => misplaced(sources, RAW_HTML),
    [
      ['src/ui/A.svelte', '<p>\n{@html title}</p>', 'src/ui/A.svelte:2'],
      ['src/embed/host/element.ts', 'this.innerHTML = title;', 'src/embed/host/element.ts:1'],
    ],
  ],
  [
    'No component and no block begins or ends with a bare text, which a translator may replace',
    bareEdges,
    [
      ['src/ui/A.svelte', '<p></p>\n{name}', 'src/ui/A.svelte:2'],
      ['src/ui/B.svelte', '<p>\n{#if a}{b}<b></b>{/if}</p>', 'src/ui/B.svelte:2'],
      ['src/ui/C.svelte', '<p>{#if a}<b></b>\n{:else}none{/if}</p>', 'src/ui/C.svelte:2'],
      ['src/ui/D.svelte', '{#each a as b (b)}<b></b>\n, {b}{:else}<i></i>{/each}', 'D.svelte:2'],
      ['src/ui/E.svelte', '{#snippet a()}\nword{/snippet}', 'src/ui/E.svelte:2'],
      ['src/ui/F.svelte', '<p><B>\n{word}</B></p>', 'src/ui/F.svelte:2'],
      ['src/ui/G.svelte', '{#key a}\n<!-- why -->{a}{/key}', 'src/ui/G.svelte:2'],
    ],
  ],
  [
    'There are at most three effects',
    tooManyEffects,
    [
      ['src/ui/A.svelte', '<script>$effect(a); $effect.pre(b); $effect(c)</script>'],
      ['src/ui/b.svelte.ts', '\n$effect.root(d);', 'src/ui/b.svelte.ts:2'],
    ],
  ],
  [
    'Every file in src/ is a page, an entry or in a room',
    shape.strangersInHouse,
    [['src/lib/a.ts', '', 'src/lib/a.ts']],
  ],
  [
    'Every file is named by its noun',
    shape.namelessFiles,
    [
      ['src/ui/utils.ts', '', 'src/ui/utils.ts'],
      ['src/map/draw_helpers.ts', '', 'src/map/draw_helpers.ts'],
    ],
  ],
];

const house = readSources();

test('The house is read', () => {
  expect(house.map(({ path }) => path)).toContain('src/story/story.ts');
  expect(importsOf(house)).toContainEqual(
    expect.objectContaining({ path: 'src/story/story.ts', to: 'src/time/interval.ts' }),
  );
});

describe.each(RULES)('%s', (_name, check, planted) => {
  test('in this house', () => expect(check(house)).toEqual([]));

  test('and a file that breaks it is found', () => {
    const faults = check(planted.map(([path, text]) => ({ path, text }))).join('\n');
    for (const words of planted.flatMap(([, , ...expected]) => expected)) {
      expect(faults).toContain(words);
    }
  });
});

test('Nothing lies at the top of the repository that was not agreed on', () => {
  expect(shape.strangersAtTop(readTop())).toEqual([]);
  expect(shape.strangersAtTop(['src', '.ci', 'svelte.config.js'])).toHaveLength(1);
});

test('No folder of src/ or geo/ has more than sixteen files beside each other', () => {
  expect(shape.crowdedFolders([...house, ...readSources('geo')])).toEqual([]);
  const files = Array.from({ length: 17 }, (_, index) => ({
    path: `src/map/${index}.ts`,
    text: '',
  }));
  expect(shape.crowdedFolders(files)).toEqual([expect.stringContaining('src/map')]);
  expect(shape.crowdedFolders(files.slice(1))).toEqual([]);
});

test('Comments may say what code may not', () => {
  const text =
    '// requestAnimationFrame\n/* $state(0) */ const url = "https://a"; <!-- {@html} -->';
  const sources = [{ path: 'src/ui/a.ts', text }];
  const faults = [RUNES, FRAMES, RAW_HTML].flatMap((rule) => misplaced(sources, rule));
  expect(faults).toEqual([]);
});

test('The arrows that are drawn may be walked', () => {
  const allowed = [
    ['src/map/a.ts', "import type { Story } from '../story/story.ts'; import './inset/b.ts';"],
    ['src/map/glyphs/a.ts', "import '../../scene/b.ts';"],
    ['src/map/maplibre/b.ts', "import 'maplibre-gl'; import('../toolbar.ts');"],
    ['src/map/basemap/b.ts', "import('../../../geo/basemap/world.json');"],
    ['src/embed/guest/rpc-methods.ts', "import type { P } from '../../player/p.svelte.ts';"],
    ['src/ui/words/a.ts', "import type { MapWords } from '../../map/maplibre/words.ts';"],
    ['src/app.ts', "import './ui/shell/a.ts'; import thaw from '../geo/stories/thaw.json';"],
    ['src/story/a.ts', "import type { FeatureCollection } from 'geojson';"],
  ] as const;
  const imports = importsOf(allowed.map(([path, text]) => ({ path, text })));
  expect(imports).toHaveLength(11);
  expect([wrongArrows, wrongData, wrongPackages].flatMap((check) => check(imports))).toEqual([]);
});
