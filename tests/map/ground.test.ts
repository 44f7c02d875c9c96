import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createGroundData } from '../../src/map/data.ts';
import { formatGround, formatLine, parseGround, UNIT } from '../../src/map/ground.ts';
import { mercatorAt } from '../../src/map/mercator.ts';
import { groundStyle } from '../../src/map/style.ts';
import { only, THAW } from '../fixtures/shipped.ts';

/*
 * The bundled ground as the map reads it. How it looks, and whether WebGL draws it, is not told here:
 * Node has no WebGL.
 */
const grounds = createGroundData();
const live = await grounds.live();
const korea = only(THAW.insets, 'one inset');

const numbersOf = (path: string) => path.split(/[MLZ ]/).filter((text) => text !== '');

const LIGHT = { sea: 'rgb(233, 238, 241)', land: '#f8f6f1', coast: '#b9bfc2', border: '#cdc8bd' };
const DARK = { sea: 'rgb(26, 32, 39)', land: '#2b3138', coast: '#4a535c', border: '#434b54' };

describe('the still ground', () => {
  it.each(['land', 'coast', 'borders'] as const)('has its %s as finite numbers only', (part) => {
    for (const path of [grounds.world[part], grounds.detail(korea.bounds)[part]]) {
      const numbers = numbersOf(path);
      expect(numbers.length).toBeGreaterThan(100);
      expect(numbers.filter((text) => !/^-?\d+(\.\d+)?$/.test(text))).toEqual([]);
    }
  });

  it('closes every shore into land, and no line', () => {
    const { land, coast } = grounds.world;
    expect(land.match(/M/g)?.length).toBe(land.match(/Z/g)?.length);
    expect(coast).not.toContain('Z');
  });

  it('reaches over the whole of the story’s frame', () => {
    const xs = numbersOf(grounds.world.land)
      .filter((_, index) => index % 2 === 0)
      .map(Number);
    const [left] = mercatorAt([THAW.frame[0], 0]);
    const [right] = mercatorAt([THAW.frame[2], 0]);
    expect(Math.min(...xs)).toBeLessThanOrEqual(left * UNIT);
    expect(Math.max(...xs)).toBeGreaterThanOrEqual(right * UNIT);
  });

  it('shows an inset finer than the world, and what no crop covers as the world has it', () => {
    expect(grounds.detail(korea.bounds)).not.toBe(grounds.world);
    expect(grounds.detail([0, 0, 10, 10])).toBe(grounds.world);
  });

  it('draws a line as SVG path data on the plane', () => {
    expect(
      formatLine([
        [-180, 0],
        [180, 0],
      ]),
    ).toBe('M0 500L1000 500');
  });

  it('is read from the very file that is shipped', () => {
    const file = new URL('../../geo/basemap/world.json', import.meta.url);
    const world = parseGround(JSON.parse(readFileSync(file, 'utf8')));
    expect(formatGround(world)).toEqual(grounds.world);
  });
});

describe('the live ground’s style', () => {
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('is sound by MapLibre’s own specification in %s colours', (_, colours) => {
    const style = groundStyle(colours, live) as StyleSpecification;
    expect(validateStyleMin(style)).toEqual([]);
    expect(style.layers.length).toBeGreaterThan(4);
  });

  it('takes each colour of the theme', () => {
    const text = JSON.stringify((groundStyle(DARK, live) as StyleSpecification).layers);
    for (const colour of Object.values(DARK)) expect(text).toContain(colour);
  });

  it('asks no server for anything: no glyphs, no sprite, no address', () => {
    const style = groundStyle(LIGHT, live) as StyleSpecification;
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    const sources = Object.values(style.sources);
    expect(new Set(sources.map(({ type }) => type))).toEqual(new Set(['geojson']));
    expect(sources.every((source) => 'data' in source && typeof source.data === 'object')).toBe(
      true,
    );
  });

  it('draws every layer from a source that is there', () => {
    const style = groundStyle(LIGHT, live) as StyleSpecification;
    const missing = style.layers.filter(
      (layer) => 'source' in layer && !(String(layer.source) in style.sources),
    );
    expect(missing).toEqual([]);
  });
});
