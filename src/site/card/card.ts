import type { GroundPaths } from '../../map/basemap/ground-data.ts';
import type { Ground } from '../../map/basemap/parse-ground.ts';
import { boxAround, overlaps, type Box } from '../../map/labels/box.ts';
import { placeLabels, type Label, type LabelRequest } from '../../map/labels/place-labels.ts';
import type { Size } from '../../map/projection/camera.ts';
import type { Point } from '../../map/projection/mercator.ts';
import { textIn } from '../../story/text.ts';
import type { Person, Place, Story, Text } from '../../story/story.ts';
import type { DateWords } from '../../time/date-words.ts';
import { formatDate } from '../../time/wording.ts';
import { CARD } from '../metadata/publication.ts';
import {
  createBlock,
  LABEL_SIZE,
  LEAD,
  placeLines,
  sizeOf,
  TITLE,
  type SetLine,
} from './blocks.ts';
import { coastsOf, createPaths } from './ground.ts';
import { contentOf, createMarks, type Mark, type Marks } from './marks.ts';
import { createMoment, type CardMoment } from './moment.ts';
import { FACE, type Face, type Rasteriser } from './rasteriser.ts';
import { createView, type CardView } from './view.ts';
import { placeTitle, shorten } from './words.ts';

/** Input of a card. */
export interface CardInput extends Pick<Rasteriser, 'widthOf' | 'writes'> {
  readonly story: Story;
  /** The language of the texts, and its date formats. */
  readonly words: DateWords;
  readonly ground: Ground;
}

/** A traveller's token. The initials are empty if the fonts lack their letters. */
export interface Traveller extends Mark<Person> {
  readonly initials: string;
}

/** The layout of a card, in its pixels. `Card.svelte` draws it. */
export interface CardLayout {
  readonly moment: CardMoment;
  readonly view: CardView;
  /** The size of the map. The timeline is below it. */
  readonly map: Size;
  readonly timeline: Box;
  readonly paths: GroundPaths;
  readonly coasts: readonly (readonly Point[])[];
  readonly places: readonly Mark<Place>[];
  /** The place of the event, unless it lies outside the story's frame. */
  readonly venue: Mark<Place> | undefined;
  readonly travellers: readonly Traveller[];
  /** Names of places and people. The id of a label is its text. */
  readonly labels: readonly Label[];
  readonly title: readonly SetLine[];
  /** Texts that are left out because the fonts lack some of their letters. */
  readonly omitted: readonly string[];
}

const TIMELINE_HEIGHT = 92;
const MAP = { width: CARD.width, height: CARD.height - TIMELINE_HEIGHT };
const MARGIN = 44;

/** Greatest width of a name, in pixels. */
const WIDEST_NAME = 420;

/** Alternative text of the picture: story, day and event. */
export const describeCard = (story: Story, words: DateWords): string =>
  linesFor(story, words).join('. ');

function linesFor(story: Story, words: DateWords): readonly string[] {
  const localize = (text: Text): string => textIn(text, words.language, story.language).text;
  const { event } = createMoment(story);
  return [localize(story.title), formatDate(event.when, words), localize(event.title)];
}

/**
 * Lays out the picture of a story for social media: its main meeting on the map, the title where it hides least, and the
 * timeline below.
 */
export function layOutCard({ story, words, ground, widthOf, writes }: CardInput): CardLayout {
  const localize = (text: Text): string => textIn(text, words.language, story.language).text;
  const moment = createMoment(story);
  const { event } = moment;
  const omitted = new Set<string>();
  const isWritten = (text: string, face: Face): boolean => {
    const written = writes(text, face);
    if (!written) omitted.add(text);
    return written;
  };

  const blocks = linesFor(story, words)
    .map((text, index) => ({ text, setting: index === 0 ? TITLE : LEAD }))
    .filter(({ text, setting }) => isWritten(text, setting.face))
    .map(({ text, setting }) => createBlock(text, setting, widthOf));
  const room = blocks.length > 0 ? sizeOf(blocks, widthOf) : null;
  const titleIn = (marks: Marks, coast: readonly Point[]): readonly Box[] =>
    room ? [placeTitle(room, MAP, MARGIN, obstaclesOf(marks), coast)] : [];

  const view = createView(story.frame, contentOf(moment), MAP, ({ project }) => {
    const marks = createMarks(moment, project);
    const obstacles = obstaclesOf(marks);
    const [title] = titleIn(marks, []);
    return isInside(marks, MAP) && !(title && obstacles.some((box) => overlaps(box, title)));
  });
  const { project } = view;
  const marks = createMarks(moment, project);
  const venue = marks.places.find(({ of }) => of === event.at?.mark);
  const coasts = coastsOf(ground, view);
  const title = titleIn(marks, coasts.flat());

  const requestOf = ({
    of,
    at,
    radius,
  }: Mark<{ readonly name: Text }>): readonly LabelRequest[] => {
    if (!isWritten(localize(of.name), FACE)) return [];
    const fits = (line: string): boolean => widthOf(line, FACE, LABEL_SIZE) <= WIDEST_NAME;
    const name = shorten(localize(of.name), fits);
    const size = { width: Math.ceil(widthOf(name, FACE, LABEL_SIZE)) + 14, height: 34 };
    return [{ id: name, at, radius, size, weight: 2 }];
  };
  const requests = [...marks.travellers, ...marks.places].flatMap(requestOf);
  const labels = placeLabels(requests, [...title, ...marks.arcBoxes], MAP);

  const travellers = marks.travellers
    .filter((token) => !(venue && isOver(token, venue)))
    .map((token) => ({
      ...token,
      initials: isWritten(token.of.initials, FACE) ? token.of.initials : '',
    }));

  return {
    ...{ moment, view, venue, travellers, labels, coasts },
    map: MAP,
    timeline: { x: 0, y: MAP.height, width: MAP.width, height: TIMELINE_HEIGHT },
    places: marks.places,
    paths: createPaths(ground, view.camera.scale),
    title: title.flatMap((box) => placeLines(blocks, box)),
    omitted: [...omitted],
  };
}

/** A traveller from a near place has no room for a token on the way. Then only the name is drawn. */
const isOver = (a: Mark<unknown>, b: Mark<unknown>): boolean =>
  overlaps(boxAround(a.at, a.radius), boxAround(b.at, b.radius));

/** Boxes that the title must not cover. */
const obstaclesOf = ({ travellers, places, arcBoxes }: Marks): readonly Box[] => [
  ...[...travellers, ...places].map(({ at, radius }) => boxAround(at, radius + 14)),
  ...arcBoxes,
];

/** Whether all marks and arcs lie within the picture. */
const isInside = ({ travellers, places, arcBoxes }: Marks, { width, height }: Size): boolean =>
  [...[...travellers, ...places].map(({ at, radius }) => boxAround(at, radius)), ...arcBoxes].every(
    (box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
  );
