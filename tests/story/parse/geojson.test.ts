import { describe, expect, it } from 'vitest';
import { parseStory } from '../../../src/story/parse/parse.ts';
import { anchorOf } from '../../../src/story/parse/build/anchor.ts';
import type { LngLat } from '../../../src/story/story.ts';

/** What QGIS 3.34 writes for “Save Features As… GeoJSON”, with the attributes of a layer from OpenStreetMap. */
const EXPORT = {
  type: 'FeatureCollection',
  name: 'harbours',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
  xy_coordinate_resolution: 1e-7,
  bbox: [9.9, 53.5, 10, 53.6],
  features: [
    {
      type: 'Feature',
      bbox: [9.9, 53.5, 9.9, 53.5],
      properties: { fid: 1, name: 'Altona', osm_id: '27', type: 'harbour', zone: null, kind: null },
      geometry: { type: 'Point', coordinates: [9.9, 53.5, 4.2] },
    },
    {
      type: 'Feature',
      properties: {
        fid: 2,
        id: 'hafencity',
        name: 'HafenCity',
        osm_id: '28',
        ele: '4',
        main: true,
      },
      geometry: {
        type: 'MultiPolygon',
        bbox: [9.9, 53.5, 10, 53.6],
        coordinates: [
          [
            [
              [9.9, 53.5, 1],
              [10, 53.5, 1],
              [10, 53.6, 1],
              [9.9, 53.5, 1],
            ],
          ],
        ],
      },
    },
  ],
};
type Feature = Record<string, unknown>;
type Collection = Omit<typeof EXPORT, 'features'> & { features: Feature[] };

/** The export with a change, as the places of a story of one event. */
function read(change: (places: Collection) => object = (places) => places, at = '1') {
  const places = change(structuredClone(EXPORT) as unknown as Collection);
  return parseStory(
    JSON.stringify({
      ...{ version: 1, id: 'a', language: 'en', title: 'A', places },
      sources: [{ id: 's', publisher: 'S', title: 'S' }],
      events: [
        { id: 'e', when: '2020', title: 'E', text: 'E.', at, about: ['hafencity'], sources: ['s'] },
      ],
    }),
  );
}

const placesOf = (parsed: ReturnType<typeof read>) => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 2));
  return parsed.story.places;
};
const told = (list: readonly { path: readonly (string | number)[]; message: string }[]) =>
  list.map(({ path, message }) => `${path.join('.')}: ${message}`);
const faultsOf = (parsed: ReturnType<typeof read>) => (parsed.ok ? [] : told(parsed.faults));
/** The export with its first feature changed. */
const first = (more: object) =>
  read(({ features: [feature, ...rest], ...places }) => ({
    ...places,
    features: [{ ...feature, ...more }, ...rest],
  }));

describe('an export of QGIS', () => {
  it('can be pasted as places', () => {
    expect(placesOf(read())).toMatchObject([
      { id: '1', name: 'Altona', kind: 'site', zone: 'UTC', point: [9.9, 53.5] },
      { id: 'hafencity', name: 'HafenCity', main: true, geometry: { type: 'MultiPolygon' } },
    ]);
  });

  it('is told once of what is left out, by name, and once of heights', () => {
    expect(told(read().warnings)).toEqual([
      'places.features.0.properties.osm_id: is not known here and is left out. So are "type", "ele". Remove what you do not need.',
      'places.features.0.geometry.coordinates: has heights, which the map leaves out. So have 1 more place.',
    ]);
  });

  it('of many rows and columns does not fill the report', () => {
    const parsed = read(({ features, ...places }) => ({
      ...places,
      features: [
        ...features,
        ...Array.from({ length: 500 }, (_, row) => ({
          ...features[0],
          properties: {
            ...{ fid: row + 3, name: 'Row' },
            ...Object.fromEntries(Array.from({ length: 20 }, (_, column) => [`c${column}`, row])),
          },
        })),
      ],
    }));
    const ignored = parsed.warnings.filter(({ code }) => code === 'ignored');
    expect(ignored.map(({ message }) => message)).toEqual([
      'is not known here and is left out. So are "type", "ele", "c0", "c1", "c2", "c3", "c4", "c5" and 14 more. Remove what you do not need.',
      'has heights, which the map leaves out. So have 501 more places.',
    ]);
  });

  it.each([
    'EPSG:4326',
    'urn:ogc:def:crs:EPSG::4326',
    'OGC:CRS84',
    'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
    'urn:ogc:def:crs:OGC::CRS84h',
  ])('in degrees is read: %s', (name) => {
    expect(
      placesOf(read((places) => ({ ...places, crs: { type: 'name', properties: { name } } }))),
    ).toHaveLength(2);
  });

  it.each([
    [
      { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } },
      '"urn:ogc:def:crs:EPSG::25832"',
    ],
    [{ type: 'name', properties: { name: 'EPSG:3857' } }, '"EPSG:3857"'],
    [{ type: 'name', properties: { name: 'EPSG:14326' } }, '"EPSG:14326"'],
    [{ type: 'link' }, 'an object'],
    ['EPSG:3857', 'the text "EPSG:3857"'],
  ])('in metres is a fault with a remedy: %j', (crs, got) => {
    expect(faultsOf(read((places) => ({ ...places, crs })))).toEqual([
      `places.crs: is ${got}. The map reads degrees of longitude and latitude. Export the places as EPSG:4326 (WGS 84).`,
    ]);
  });

  it('without a coordinate system is in degrees, as GeoJSON says', () => {
    expect(placesOf(read((places) => ({ ...places, crs: null })))).toHaveLength(2);
  });

  it('with a row without a shape says what to do', () => {
    expect(faultsOf(first({ geometry: null }))).toEqual([
      'places.features.0.geometry: expected a GeoJSON geometry, got null. Programs write null for a row without a shape: draw it, or remove it.',
    ]);
  });

  it.each([
    ['GeometryCollection', { geometries: [] }],
    ['MultiPoint', { coordinates: [[1, 1]] }],
    [
      'MultiLineString',
      {
        coordinates: [
          [
            [1, 1],
            [2, 2],
          ],
        ],
      },
    ],
  ])('with a %s says what to write instead', (type, more) => {
    expect(faultsOf(first({ geometry: { type, ...more } }))).toEqual([
      `places.features.0.geometry.type: "${type}" is not supported. Write each part as a place of its own, of one of these types: Point, LineString, Polygon, MultiPolygon.`,
    ]);
  });
});

describe('the id of a feature', () => {
  it.each([
    [{ id: 'own', properties: { fid: 7, id: 'row', name: 'A' } }, 'own'],
    [{ id: null, properties: { fid: 7, id: 'row', name: 'A' } }, 'row'],
    [{ id: null, properties: { fid: 7, id: null, name: 'A' } }, '7'],
    [{ id: 12, properties: { name: 'A' } }, '12'],
  ])('of %j is %s', (feature, id) => {
    const parsed = read(
      ({ features: [one, ...rest], ...places }) => ({
        ...places,
        features: [{ ...one, ...feature }, ...rest],
      }),
      id,
    );
    expect(placesOf(parsed)[0]?.id).toBe(id);
  });

  it('that is none is a fault, wherever it stands', () => {
    expect(faultsOf(first({ properties: { id: 'way/123', name: 'A' } }))[0]).toContain(
      '"way/123" is not an id.',
    );
    expect(faultsOf(first({ properties: { name: 'A' } }))).toContain(
      'places.features.0.id: is missing. Add "id".',
    );
    for (const fid of [1.5, -1, true, { a: 1 }]) {
      expect(faultsOf(first({ properties: { fid, name: 'A' } })).length).toBeGreaterThan(0);
    }
  });
});

describe('a property of a place', () => {
  it.each([
    ['nmae', 'name'],
    ['NAME', 'name'],
    ['title', 'name'],
    ['timezone', 'zone'],
    ['precison', 'precision'],
    ['witin', 'within'],
  ])('that looks like a slip is a fault: %s', (key, meant) => {
    const name = meant === 'name' ? {} : { name: 'A' };
    expect(faultsOf(first({ id: '1', properties: { ...name, [key]: 'x' } }))).toContain(
      `places.features.0.properties.${key}: is not known here. Did you mean "${meant}"?`,
    );
  });

  it.each(['osm_id', 'NAME_1', 'point_x', 'type', 'wikidata', '__proto__', '名前'])(
    'of another program is left out: %s',
    (key) => {
      const properties = JSON.parse(`{ "name": "A", ${JSON.stringify(key)}: 1 }`) as object;
      expect(placesOf(first({ id: '1', properties }))[0]).not.toHaveProperty(['properties']);
    },
  );

  it('that is no object at all is a fault', () => {
    for (const properties of ['x', 3, []]) {
      expect(faultsOf(first({ id: '1', properties })).length).toBeGreaterThan(0);
    }
    expect(faultsOf(first({ id: '1', properties: null }))).toEqual([
      'places.features.0.properties.name: is missing. Add "name".',
    ]);
  });
});

describe('a feature written by hand', () => {
  it('still has no other keys, and its point no height', () => {
    expect(faultsOf(first({ nmae: 'x' }))).toEqual([
      'places.features.0.nmae: is not known here. Remove it.',
    ]);
    expect(faultsOf(first({ id: '1', properties: { name: 'A', point: [1, 2, 3] } }))).toEqual([
      'places.features.0.properties.point: expected [longitude, latitude], got a list of 3. Write [1, 2], without a height.',
    ]);
  });
});

const ringOf = (west: number, south: number, east: number, north: number): LngLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('islands', () => {
  it('have their name in the largest one, as it is on the ground', () => {
    const small = [ringOf(0, 0, 2, 2)];
    const large = [ringOf(10, 0, 13, 3)];
    expect(anchorOf({ type: 'MultiPolygon', coordinates: [small, large] })).toEqual([11.5, 1.5]);
    // Near the pole a degree of longitude is short: 5° there are less than 3° at the equator.
    const northern = [ringOf(0, 78, 5, 82)];
    expect(anchorOf({ type: 'MultiPolygon', coordinates: [northern, large] })).toEqual([11.5, 1.5]);
  });

  it('across the date line are each whole', () => {
    const coordinates = [[ringOf(177, -19, 178, -18)], [ringOf(179, -17, -178, -15)]];
    expect(anchorOf({ type: 'MultiPolygon', coordinates })).toEqual([-179.5, -16]);
  });

  it.each([
    [[], 'expected a list of polygons, got a list.'],
    [{}, 'expected a list of polygons, got an object.'],
    [[[]], 'expected a list of rings, got a list.'],
    [
      [ringOf(0, 0, 1, 1)],
      'of a MultiPolygon begin with [[[[longitude, latitude, these with [[[longitude, latitude. Put one more list around all of it: [ … ].',
    ],
    [
      [1, 2],
      'of a MultiPolygon begin with [[[[longitude, latitude, these with [longitude, latitude. Put three more lists around all of it: [ … ].',
    ],
    [
      [[ringOf(0, 0, 1, 1).slice(0, 4)]],
      'is not closed. Write its first position again as its last.',
    ],
    [
      [
        [
          [
            [0, 0],
            [1, 0],
            [1, 91],
            [0, 0],
          ],
        ],
      ],
      '91 is outside −90…90.',
    ],
  ])('that are no islands are a fault: %j', (coordinates, message) => {
    const faults = faultsOf(first({ geometry: { type: 'MultiPolygon', coordinates } }));
    expect(
      faults.map((fault) => fault.replace(/^\S+ /, '').replace(/ Longitude comes first\.$/, '')),
    ).toEqual([message]);
  });
});
