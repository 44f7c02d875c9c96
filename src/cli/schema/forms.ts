import type { JsonSchema } from '@valibot/to-json-schema';
import { ID, MAX_INITIALS } from '../../story/parse/schema/fields.ts';
import type { Form } from '../../story/parse/schema/form.ts';
import { MAX_URL } from '../../story/parse/schema/web-address.ts';

/**
 * What a JSON Schema says of the fields of our own. It accepts whatever the checks of `story/parse/schema/` accept, and
 * more: a pattern knows no calendar and no list of time zones. It names no length in characters, because JSON Schema
 * counts code points: a letter with its marks has several.
 */

const refTo = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** A tag of BCP 47 with a language of two or three letters. */
const LANGUAGE = '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$';
/** A path beside the story, or an https address. */
const FILE = '^(?![Hh][Tt][Tt][Pp]:|/)[^\\\\]+$';

/** One line with at least one character that is seen. */
const ONE_LINE = '^[^\\S\\n\\r\\u2028\\u2029]*\\S[^\\n\\r\\u2028\\u2029]*$';
/** At least one character that is seen. */
const NOT_EMPTY = '\\S';
const POINT =
  '[0-9]{3}[0-9X](-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?[?~%]?';
const COLOUR = '^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$';

const tuple = (...items: readonly JsonSchema[]): JsonSchema => ({
  type: 'array',
  minItems: items.length,
  maxItems: items.length,
  prefixItems: [...items],
  items: false,
});

const between = (limit: number): JsonSchema => ({
  type: 'number',
  minimum: -limit,
  maximum: limit,
});

const inLanguages = (pattern: string): JsonSchema => ({
  anyOf: [
    { type: 'string', pattern },
    {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: LANGUAGE, maxLength: 35 },
      additionalProperties: { type: 'string', pattern },
    },
  ],
});

/** Definitions that fields refer to. */
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  id: {
    type: 'string',
    pattern: ID.source,
    description: '1 to 64 characters of a–z, 0–9, - and _, beginning with a letter or digit.',
  },
  name: {
    ...inLanguages(ONE_LINE),
    description: 'A text in one line, or one for each language (BCP 47 tags).',
  },
  text: {
    ...inLanguages(NOT_EMPTY),
    description:
      'A text, or one for each language (BCP 47 tags). An empty line (\\n\\n) ends a paragraph.',
  },
  captions: {
    ...inLanguages(FILE),
    description: "A WebVTT file in the story's language, or one for each language (BCP 47 tags).",
  },
  date: {
    type: 'string',
    pattern: `^(${POINT}(/(${POINT}|\\.\\.))?|\\.\\./${POINT})$`,
    description:
      'A date of EDTF: a day, minute, month, year or decade; with ~ about, with ? uncertain; with / from … to.',
    examples: ['2018-06-12', '2018-06-12T09:04', '2018-06', '2018~', '2018-06-12/2018-06-14'],
  },
  day: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', examples: ['2018-06-12'] },
  zone: {
    type: 'string',
    pattern: '^[^\\s]+$',
    description: 'A time zone: a name of IANA, or an offset from UTC.',
    examples: ['Asia/Seoul', 'Europe/Paris', 'UTC', '+08:30'],
  },
  colour: {
    description: 'A colour for the light and the dark page, or one for each.',
    anyOf: [
      { type: 'string', pattern: COLOUR },
      {
        type: 'object',
        properties: {
          light: {
            type: 'string',
            pattern: COLOUR,
            description: 'The colour on the light page.',
            examples: ['#1f6f4a'],
          },
          dark: {
            type: 'string',
            pattern: COLOUR,
            description: 'The colour on the dark page.',
            examples: ['#7fd1a5'],
          },
        },
        required: ['light', 'dark'],
        additionalProperties: false,
      },
    ],
  },
  position: {
    ...tuple(between(360), between(90)),
    description: '[longitude, latitude]',
    examples: [[103.82, 1.25]],
  },
  line: { type: 'array', minItems: 2, items: refTo('position') },
  'position-with-height': {
    anyOf: [
      refTo('position'),
      tuple(between(360), between(90), { type: 'number' }),
      tuple(between(360), between(90), { type: 'number' }, { type: 'number' }),
    ],
    description: '[longitude, latitude]. Heights are left out.',
    examples: [[103.82, 1.25]],
  },
  bounds: {
    ...tuple(between(360), between(85), { type: 'number', maximum: 720 }, between(85)),
    description: '[west, south, east, north] in degrees. Across the date line, east passes 180.',
    examples: [[86, -24, 300, 64]],
  },
};

const RING_FORM: JsonSchema = {
  type: 'array',
  minItems: 4,
  items: refTo('position-with-height'),
};

/** Coordinates with so many lists around their numbers. */
function coordinatesOf(depth: number): JsonSchema {
  if (depth === 1) return refTo('position-with-height');
  if (depth === 2) return { type: 'array', minItems: 2, items: coordinatesOf(1) };
  const items = depth === 3 ? RING_FORM : coordinatesOf(depth - 1);
  return { type: 'array', minItems: 1, items };
}

/** What programs add to GeoJSON. The parser leaves it out. */
export const BBOX: JsonSchema = {
  description: 'Left out, whatever it is.',
  examples: [[125, 37, 127, 39]],
};

/** Coordinates that are no degrees are a fault, so other systems are refused. `DEGREES` of `parse/schema/geojson.ts`, in any case. */
export const CRS: JsonSchema = {
  description:
    'What the coordinates are. Only degrees of longitude and latitude (WGS 84) are read.',
  examples: [{ type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }],
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      properties: {
        properties: {
          type: 'object',
          properties: {
            name: {
              type: 'string',
              pattern:
                '(\\b[Cc][Rr][Ss]:?84[Hh]?|\\b[Ee][Pp][Ss][Gg][:/]([0-9.]*[:/])?(4326|4979))$',
              description: 'The name of the system.',
              examples: ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
            },
          },
          required: ['name'],
          description: 'How the system is named.',
        },
      },
      required: ['properties'],
    },
  ],
};

const geometryOf = (depths: Readonly<Record<string, number>>): JsonSchema => ({
  type: 'object',
  oneOf: Object.entries(depths).map(([type, depth]) => ({
    properties: {
      type: { const: type, description: 'The type of the shape.', examples: [type] },
      coordinates: {
        ...coordinatesOf(depth),
        description: 'Positions, each [longitude, latitude]; a ring ends where it begins.',
        examples: [EXAMPLES[type] ?? [103.82, 1.25]],
      },
      bbox: BBOX,
    },
    required: ['type', 'coordinates'],
    additionalProperties: false,
  })),
});

const RING = [
  [126, 37],
  [127, 37],
  [127, 38],
  [126, 37],
];
const EXAMPLES: Readonly<Record<string, number[] | number[][] | number[][][] | number[][][][]>> = {
  Point: [103.82, 1.25],
  LineString: RING.slice(0, 2),
  Polygon: [RING],
  MultiPolygon: [[RING]],
};

/** A field as JSON Schema. `written`: what is known of it already, as a list or an object. */
export function describeForm(form: Form, written: JsonSchema): JsonSchema {
  switch (form.form) {
    case 'text': {
      const { isTranslated, isOneLine } = form;
      if (isTranslated) return refTo(isOneLine ? 'name' : 'text');
      return { type: 'string', pattern: isOneLine ? ONE_LINE : NOT_EMPTY };
    }
    case 'number':
      return { type: 'number', minimum: form.min, maximum: form.max };
    case 'choice':
      return { enum: [...form.choices] };
    case 'constant':
      return { const: form.value };
    case 'reference':
      return refTo('id');
    case 'set':
      return { ...written, uniqueItems: true, ...(form.least > 0 ? { minItems: form.least } : {}) };
    case 'list':
      return {
        type: 'array',
        items: refTo(form.of),
        ...(form.least > 0 ? { minItems: form.least } : {}),
      };
    case 'one-of':
      return {
        ...written,
        oneOf: form.keys.map((key) => ({ properties: { [key]: true }, required: [key] })),
      };
    case 'geometry':
      return geometryOf(form.depths);
    case 'language':
      return { type: 'string', pattern: LANGUAGE, maxLength: 35 };
    case 'initials':
      return { type: 'string', pattern: '^\\p{L}[\\p{L}\\p{M}]*$', maxLength: MAX_INITIALS };
    case 'url':
      return { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$', maxLength: MAX_URL };
    case 'file':
      return { type: 'string', pattern: FILE };
    case 'flag':
      return { type: 'boolean' };
    case 'word':
      return { type: 'string' };
    default:
      return refTo(form.form);
  }
}
