import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { loadLiveGrounds } from '../../../src/map/basemap/live-grounds.ts';
import { bundledGrounds } from '../../../src/map/basemap/bundled-grounds.ts';
import { groundStyle } from '../../../src/map/basemap/style.ts';
import { only, THAW } from '../../fixtures/shipped.ts';

/*
 * The bundled ground as the map reads it. How it looks, and whether WebGL draws it, is not told here:
 * Node has no WebGL.
 */
const grounds = bundledGrounds;
const live = await loadLiveGrounds();
const korea = only(THAW.insets, 'one inset');

const LIGHT = { sea: 'rgb(233, 238, 241)', land: '#f8f6f1', coast: '#b9bfc2', border: '#cdc8bd' };
const DARK = { sea: 'rgb(26, 32, 39)', land: '#2b3138', coast: '#4a535c', border: '#434b54' };

describe('the still ground', () => {
  it.each(['land', 'borders'] as const)('has its %s as path data in whole numbers', (part) => {
    for (const paths of [grounds.world, grounds.inset(korea)]) {
      expect(paths[part]).toMatch(/^m[-\d\sm lhvzZ]+$/);
      expect(paths[part].length).toBeGreaterThan(300);
      expect(paths.scale).toBeGreaterThan(1000);
    }
  });

  it('shows an inset finer than the world, and what no crop covers as the world has it', () => {
    expect(grounds.inset(korea).scale).toBeGreaterThan(grounds.world.scale);
    expect(grounds.inset({ ...korea, bounds: [0, 0, 10, 10] })).toBe(grounds.world);
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
