import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';

/*
 * What the live map asks of MapLibre, held against the class that is really shipped. Types alone would
 * not do: they are written beside the code, and an update can move one without the other. That the map
 * draws, pans and zooms is not told here: Node has no WebGL.
 */
const textOf = (file: string): string =>
  readFileSync(new URL(`../../../src/map/maplibre/${file}`, import.meta.url), 'utf8');
const source = textOf('maplibre-map.ts');

/** What the code says after `map.`: `getZoom`, `touchZoomRotate.disableRotation`. */
function membersOf(text: string): readonly string[] {
  const members = new Set<string>();
  const file = ts.createSourceFile('live.ts', text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const inner = ts.isPropertyAccessExpression(node.parent ?? file);
    if (ts.isPropertyAccessExpression(node) && !inner) {
      const [head, ...chain] = node.getText().split('.');
      if (head === 'map') members.add(chain.join('.'));
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return [...members].toSorted();
}

/** The options that a map is made with. */
function optionsOf(text: string): readonly string[] {
  const [, body = ''] = /new maplibre\.Map\(\{\n([^]*?)\n {2}\}\);/.exec(text) ?? [];
  return [...body.matchAll(/^ {4}(\w+)[:,(]/gm)].map(([, name = '']) => name);
}

/** The names of the events that the code listens for. */
const eventsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\bmap\.(?:on|once)\('(\w+)'/g)].map(([, name = '']) => name);

// MapLibre looks for a browser when it is read, and for WebGL only when a map is made.
vi.stubGlobal('window', globalThis);
vi.stubGlobal('document', {
  documentElement: { style: {} },
  createElement: () => ({ style: {}, getContext: () => null }),
});
const shipped = await import('maplibre-gl');
const bundle = readFileSync(
  new URL('../../../node_modules/maplibre-gl/dist/maplibre-gl-dev.mjs', import.meta.url),
  'utf8',
);

/** Handlers are made with a map, which Node cannot make; their classes are there all the same. */
const HANDLERS: Readonly<Record<string, { prototype: object }>> = {
  touchZoomRotate: shipped.TwoFingersTouchZoomRotateHandler,
  keyboard: shipped.KeyboardHandler,
};

describe('MapLibre, as it is shipped,', () => {
  const members = membersOf(source);

  it('is asked for something', () => {
    expect(members).toContain('getCanvas');
    expect(members.length).toBeGreaterThan(8);
  });

  it.each(members)('has map.%s', (member) => {
    const [head = '', method] = member.split('.');
    const owner = method === undefined ? shipped.Map : HANDLERS[head];
    const name = method ?? head;
    expect(Reflect.get(owner?.prototype ?? {}, name)).toBeTypeOf('function');
  });

  it.each(eventsOf(source))('fires the event %s', (name) => {
    expect(new RegExp(`['"]${name}['"]`).test(bundle)).toBe(true);
  });

  it('has the names that are imported', () => {
    const [, names = ''] =
      /import \{([^}]+)\} from 'maplibre-gl'/.exec(textOf('maplibre.ts')) ?? [];
    const values = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => name.replace(/ as .*/, ''));
    expect(values.length).toBeGreaterThan(1);
    for (const name of values) expect(Reflect.get(shipped, name)).toBeTypeOf('function');
  });

  it('is made with options', () => {
    expect(optionsOf(source)).toContain('transformConstrain');
    expect(optionsOf(source).length).toBeGreaterThan(8);
  });

  // An option that has been renamed is passed over in silence, and the map turns, tilts or asks twice.
  it.each(optionsOf(source))('knows the option %s', (option) => {
    expect(new RegExp(`\\b${option}\\b`).test(bundle)).toBe(true);
  });

  it('keeps a camera past the date line where it is put', () => {
    expect(new shipped.LngLat(283, 40).lng).toBe(283);
  });
});
