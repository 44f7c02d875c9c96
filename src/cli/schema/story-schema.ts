import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { Form } from '../../story/parse/schema/form.ts';
import { createSchemas } from '../../story/parse/schema/schema.ts';
import { EVENT_KINDS, isGathering } from '../../story/story.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { BBOX, CRS, DEFINITIONS, describeForm } from './forms.ts';

/** No story: references are described by their form, not by the ids of a file. */
const NO_IDS = new Map<string, never>();
const EMPTY = {
  place: NO_IDS,
  person: NO_IDS,
  party: NO_IDS,
  source: NO_IDS,
  tag: NO_IDS,
  event: NO_IDS,
  inset: NO_IDS,
  commitment: NO_IDS,
};

const isForm = (schema: object): schema is Form => 'form' in schema;

/** Objects into which programs write what the parser leaves out. */
const isOpen = (schema: object): boolean => 'isOpen' in schema;

/** A schema of the parser as JSON Schema. Unknown keys are faults everywhere but in open objects. */
const convert = (schema: GenericSchema): JsonSchema =>
  toJsonSchema(schema, {
    target: 'draft-2020-12',
    // What a check of our own accepts is said by its form.
    ignoreActions: ['raw_check'],
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      const closed =
        valibotSchema.type === 'object' && !isOpen(valibotSchema)
          ? { ...jsonSchema, additionalProperties: false }
          : jsonSchema;
      return isForm(valibotSchema) ? describeForm(valibotSchema, closed) : closed;
    },
  });

/** Longest texts, in words: JSON Schema cannot count characters as readers do. */
function limitsOf(schema: GenericSchema): string {
  const inner = 'wrapped' in schema ? (schema.wrapped as GenericSchema) : schema;
  return isForm(inner) && inner.form === 'text' ? ` At most ${inner.limit} characters.` : '';
}

/** Adds to each property what `descriptions.ts` says of it. `path` names it there: `event.claims.says`. */
function describe(node: JsonSchema, schema: unknown, path: string): void {
  const { entries, item, wrapped } = schema as {
    readonly entries?: Readonly<Record<string, GenericSchema>>;
    readonly item?: unknown;
    readonly wrapped?: unknown;
  };
  if (wrapped !== undefined) {
    describe(node, wrapped, path);
    return;
  }
  if (item !== undefined && typeof node.items === 'object' && !Array.isArray(node.items)) {
    describe(node.items, item, path);
  }
  for (const [key, entry] of Object.entries(entries ?? {})) {
    const property = node.properties?.[key];
    if (typeof property !== 'object') continue;
    const name = `${path}.${key}`;
    const [description = '', ...examples] = DESCRIPTIONS[name] ?? [];
    if (description !== '') property.description = description + limitsOf(entry);
    if (examples.length > 0) property.examples = [...examples];
    describe(property, entry, name);
  }
}

/** A converted entry of the file with its descriptions, without the marks of a document of its own. */
function definitionOf(name: string, schema: GenericSchema): JsonSchema {
  const node = convert(schema);
  delete node.$schema;
  describe(node, schema, name);
  return node;
}

/** A value, or null, which counts as missing. */
const orNull = ({ description, examples, ...schema }: JsonSchema): JsonSchema => ({
  ...(description === undefined ? {} : { description }),
  ...(examples === undefined ? {} : { examples }),
  anyOf: [schema, { type: 'null' }],
});

/**
 * A place as programs for maps write it, before the parser tidies it (`parse/schema/geojson.ts`): its id may be a number or
 * stand in the properties, a property that is null counts as missing.
 */
function asWritten(place: JsonSchema): JsonSchema {
  const { id = true, properties = true } = place.properties ?? {};
  if (typeof id === 'boolean' || typeof properties === 'boolean') return place;
  const { name = true, ...others } = properties.properties ?? {};
  const optional = Object.entries(others).map(
    ([key, one]) => [key, typeof one === 'boolean' ? one : orNull(one)] as const,
  );
  const { description, examples, ...word } = id;
  const row = { anyOf: [word, { type: 'integer' as const, minimum: 0 }] };
  /** An object that has one under a key. */
  const has = (key: string): JsonSchema => ({
    type: 'object',
    properties: { [key]: row },
    required: [key],
  });
  const written = {
    ...(description === undefined ? {} : { description }),
    ...(examples === undefined ? {} : { examples }),
    anyOf: [...row.anyOf, { type: 'null' as const }],
  };
  return {
    ...place,
    properties: {
      ...place.properties,
      ...{ id: written, bbox: BBOX },
      properties: { ...properties, properties: { name, ...Object.fromEntries(optional) } },
    },
    required: (place.required ?? []).filter((key) => key !== 'id'),
    if: has('id'),
    else: { properties: { properties: { anyOf: [has('id'), has('fid')] } } },
  };
}

/** Some kinds of events need people where `who` is written (`parse/rules/rules.ts`). */
const withPeople = (event: JsonSchema): JsonSchema => ({
  ...event,
  if: { properties: { kind: { enum: EVENT_KINDS.filter(isGathering) } }, required: ['kind'] },
  then: { properties: { who: { type: 'array', minItems: 1 } } },
});

/** What the parser checks beyond its schemas, by the name of the entry. */
const BEYOND: Readonly<Record<string, (schema: JsonSchema) => JsonSchema>> = {
  place: asWritten,
  event: withPeople,
};

/** The file itself: places may say what their coordinates are. */
function withReference(story: JsonSchema): JsonSchema {
  const { places = true } = story.properties ?? {};
  if (typeof places === 'boolean') return story;
  const written = { ...places, properties: { ...places.properties, crs: CRS } };
  return { ...story, properties: { ...story.properties, places: written } };
}

/** The schema of a story file, for editors and other programs: JSON Schema 2020-12. */
export function createStorySchema(): JsonSchema {
  const { header, ...entries } = createSchemas(EMPTY, new Set());
  const definitions = Object.entries(entries).map(([name, schema]) => {
    const definition = definitionOf(name, schema as unknown as GenericSchema);
    return [name, BEYOND[name]?.(definition) ?? definition] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A story of Parley',
    description: 'Who met whom, where and when, what they agreed, and what became of it.',
    ...withReference(definitionOf('story', header as unknown as GenericSchema)),
    $defs: { ...Object.fromEntries(definitions), ...DEFINITIONS },
  };
}
