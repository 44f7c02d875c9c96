import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import type { Geometry, Position } from 'geojson';
import type { Interval } from '../../../time/interval.ts';
import type { Story, StoryEvent } from '../../story.ts';
import type { Exported } from '../format.ts';
import { firstOf, hasTwoDates, isoOf, isoOfEnd, lastOf } from './dates.ts';
import { degrees, geometryOf } from './geometry.ts';
import { htmlOf, plainOf } from './html.ts';
import { lossesOf, type Held } from './losses.ts';
import { createNames, type Names } from './names.ts';
import { createTexts, type Texts } from './texts.ts';

const KML = 'http://www.opengis.net/kml/2.2';

const HELD: Held = {
  name: 'a KML file',
  story: ['title', 'summary'],
  events: [
    'kind',
    'status',
    'title',
    'text',
    'when',
    'at',
    'who',
    'about',
    'letter',
    'sources',
    'tags',
    'media',
  ],
  people: ['name'],
  places: ['name', 'geometry'],
  sources: ['publisher', 'title', 'url'],
};

/** An element before it is in a document: its name, its attributes, and what is in it. */
interface Node {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly Node[];
}

const node = (name: string, content: Node['content'], attributes = {}): Node => ({
  name,
  attributes,
  content,
});

function build(document: Document, { name, attributes = {}, content }: Node): Element {
  const element = document.createElementNS(KML, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (typeof content === 'string') element.appendChild(document.createTextNode(content));
  else for (const each of content) element.appendChild(build(document, each));
  return element;
}

const tuples = (line: readonly Position[]): string =>
  line.map(([lng = 0, lat = 0]) => `${degrees(lng)},${degrees(lat)}`).join(' ');

const coordinates = (line: readonly Position[]): Node => node('coordinates', tuples(line));

const ring = (name: string, line: readonly Position[]): Node =>
  node(name, [node('LinearRing', [coordinates(line)])]);

const lineString = (line: readonly Position[]): Node => node('LineString', [coordinates(line)]);

const polygon = (rings: readonly (readonly Position[])[]): Node =>
  node(
    'Polygon',
    rings.map((each, index) => ring(index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs', each)),
  );

/** A geometry in KML; none for kinds that no place has. */
function shapeOf(geometry: Geometry): readonly Node[] {
  switch (geometry.type) {
    case 'Point':
      return [node('Point', [coordinates([geometry.coordinates])])];
    case 'LineString':
      return [lineString(geometry.coordinates)];
    case 'MultiLineString':
      return [node('MultiGeometry', geometry.coordinates.map(lineString))];
    case 'Polygon':
      return [polygon(geometry.coordinates)];
    case 'MultiPolygon':
      return [node('MultiGeometry', geometry.coordinates.map(polygon))];
    default:
      return [];
  }
}

/** A single day, month, year or clock time is a TimeStamp; all else a TimeSpan, without the end that is open. */
function timeOf(when: Interval): Node {
  const [first, last] = [firstOf(when), lastOf(when)];
  if (first && first.precision !== 'decade' && !hasTwoDates(when)) {
    return node('TimeStamp', [node('when', isoOf(first))]);
  }
  return node('TimeSpan', [
    ...(first ? [node('begin', isoOf(first))] : []),
    ...(last ? [node('end', isoOfEnd(last))] : []),
  ]);
}

/** Fields that KML has no element for, as pairs of name and value. Lists are in lines. */
function dataOf(event: StoryEvent, names: Names): readonly Node[] {
  const { id, kind, status, when, at, who, about, letter, sources } = event;
  const media = event.media.map((each) => {
    const { url, alt, caption, credit } = names.medium(id, each);
    return [url, alt, plainOf(caption), plainOf(credit)].filter((part) => part !== '').join('\n');
  });
  const pairs: Readonly<Record<string, string>> = {
    id,
    date: when.text,
    kind,
    status,
    place: at ? names.place(at) : '',
    people: who.map(names.person).join('\n'),
    from: letter ? names.person(letter.from) : '',
    to: letter ? names.person(letter.to) : '',
    about: about.map(names.place).join('\n'),
    tags: event.tags.map(names.tag).join('\n'),
    sources: sources
      .map((source) => [names.source(source), names.url(source)].join(' ').trim())
      .join('\n'),
    media: media.join('\n\n'),
  };
  return Object.entries(pairs)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => node('Data', [node('value', value)], { name }));
}

function placemarkOf(event: StoryEvent, texts: Texts, names: Names): Node {
  const { id, at } = event;
  return node('Placemark', [
    node('name', texts.line(event.title, `events, ${id}, title`)),
    // Map programs show a description as HTML.
    node('description', htmlOf(texts.prose(event.text, `events, ${id}, text`))),
    timeOf(event.when),
    node('ExtendedData', dataOf(event, names)),
    ...(at ? shapeOf(geometryOf(at)) : []),
  ]);
}

/**
 * A Placemark (KML 2.2) for each event, in the order of the story. Clock times are in the offset of the place. An event
 * without a place has no geometry.
 */
export function exportKml(story: Story, language: string): Exported {
  const texts = createTexts(story, language);
  const names = createNames(texts);
  const document = new DOMImplementation().createDocument(KML, 'kml');
  const content = node('Document', [
    node('name', texts.line(story.title, 'story, title')),
    node('description', htmlOf(texts.prose(story.summary, 'story, summary'))),
    ...story.events.map((event) => placemarkOf(event, texts, names)),
  ]);
  document.documentElement?.appendChild(build(document, content));
  const xml = new XMLSerializer().serializeToString(document, { requireWellFormed: true });
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`,
    losses: [...lossesOf(story, language, HELD), ...texts.losses()],
  };
}
