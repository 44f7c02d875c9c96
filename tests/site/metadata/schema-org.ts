/** The part of the vocabulary of schema.org that Parley speaks: for each type, its properties and what they hold. */
const VOCABULARY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Article: {
    headline: ['Text'],
    description: ['Text'],
    inLanguage: ['Language'],
    url: ['URL'],
    image: ['URL'],
    about: ['Event'],
    citation: ['Article'],
    publisher: ['Organization'],
    datePublished: ['Date'],
    dateModified: ['Date'],
  },
  Event: {
    name: ['Text'],
    startDate: ['Date', 'DateTime'],
    endDate: ['Date', 'DateTime'],
    location: ['Place'],
  },
  Place: { name: ['Text'], geo: ['GeoCoordinates'] },
  GeoCoordinates: { latitude: ['Latitude'], longitude: ['Longitude'] },
  Organization: { name: ['Text'] },
};

/** What a reader of the data cannot do without. Google asks the same of an Event. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Article: ['headline'],
  Event: ['name', 'startDate', 'location'],
  Place: ['name', 'geo'],
  GeoCoordinates: ['latitude', 'longitude'],
  Organization: ['name'],
};

/** ISO 8601 in its extended form: a date as finely as it is known, or a clock time with its offset. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d[+-](0\d|1[0-4]):[0-5]\d$/;

const isWithin = (value: unknown, limit: number): boolean =>
  typeof value === 'number' && Math.abs(value) <= limit;
const isText = (value: unknown, pattern = /\S/): boolean =>
  typeof value === 'string' && pattern.test(value);

const PLAIN: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => isText(value),
  Language: (value) => isText(value) && Intl.getCanonicalLocales(String(value))[0] === value,
  URL: (value) => isText(value, /^(https?:\/\/|\.\/)/),
  Date: (value) => isText(value, DATE) && !Number.isNaN(Date.parse(String(value))),
  DateTime: (value) => isText(value, DATE_TIME) && !Number.isNaN(Date.parse(String(value))),
  Latitude: (value) => isWithin(value, 90),
  Longitude: (value) => isWithin(value, 180),
};

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with JSON-LD by the rules of schema.org: a line for each fault, with its path. */
export function findFlaws(data: unknown): readonly string[] {
  if (!isNode(data)) return ['is no object'];
  const { '@context': context, ...node } = data;
  const outer = context === 'https://schema.org' ? [] : [`@context is ${String(context)}`];
  return [...outer, ...flawsOf(node, '')];
}

function flawsOf({ '@type': type, ...values }: Node, path: string): readonly string[] {
  const known = VOCABULARY[String(type)];
  if (!known) return [`${path} is of the unknown type ${String(type)}`];
  const missing = (REQUIRED[String(type)] ?? []).filter((name) => !(name in values));
  return [
    ...missing.map((name) => `${path}/${name} is missing`),
    ...Object.entries(values).flatMap(([name, value]) => {
      const items: readonly unknown[] = Array.isArray(value) ? value : [value];
      return items.flatMap((item, index) =>
        flawsOfValue(item, known[name] ?? [], `${path}/${name}[${index}]`),
      );
    }),
  ];
}

function flawsOfValue(value: unknown, types: readonly string[], path: string): readonly string[] {
  if (types.length === 0) return [`${path} is no property of its type`];
  if (isNode(value)) {
    return types.includes(String(value['@type']))
      ? flawsOf(value, path)
      : [`${path} is of the wrong type`];
  }
  const fits = types.some((type) => PLAIN[type]?.(value));
  return fits ? [] : [`${path} is ${JSON.stringify(value)}, not ${types.join(' or ')}`];
}
