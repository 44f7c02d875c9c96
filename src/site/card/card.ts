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
import { createView, type View } from './view.ts';
import { quietest, shorten } from './words.ts';

/** What a card is drawn from. */
export interface Material extends Pick<Rasteriser, 'widthOf' | 'writes'> {
  readonly story: Story;
  /** The language of the texts, and how it writes dates. */
  readonly words: DateWords;
  readonly ground: Ground;
}

/** A traveller's token; without initials where the fonts do not set them. */
export interface Traveller extends Mark<Person> {
  readonly initials: string;
}

/** What a card shows and where, in its pixels. `Card.svelte` draws it. */
export interface CardLayout {
  readonly moment: CardMoment;
  readonly view: View;
  /** The size of the map, which leaves room for the line of time below it. */
  readonly map: Size;
  readonly line: Box;
  readonly paths: GroundPaths;
  readonly coasts: readonly (readonly Point[])[];
  readonly places: readonly Mark<Place>[];
  /** That of the places where the event is, unless the frame leaves it out. */
  readonly venue: Mark<Place> | undefined;
  readonly travellers: readonly Traveller[];
  /** Names: the text is their id. */
  readonly labels: readonly Label[];
  readonly title: readonly SetLine[];
  /** Texts that were left out, since the fonts do not set all their letters: empty boxes would be read as a fault. */
  readonly unwritten: readonly string[];
}

const LINE = 92;
const MAP = { width: CARD.width, height: CARD.height - LINE };
const MARGIN = 44;

/** No name on a plate runs farther, in pixels. */
const WIDEST_NAME = 420;

/** What the picture shows, for those who do not see it: the story, the day, and who meets where. */
export const describeCard = (story: Story, words: DateWords): string =>
  linesFor(story, words).join('. ');

function linesFor(story: Story, words: DateWords): readonly string[] {
  const localize = (text: Text): string => textIn(text, words.language, story.language).text;
  const { event } = createMoment(story);
  return [localize(story.title), formatDate(event.when, words), localize(event.title)];
}

/**
 * Lays out the picture of a story for social media: its great meeting on the ground that the page shows, the title
 * where it hides least, and the line of time below.
 */
export function layOutCard({ story, words, ground, widthOf, writes }: Material): CardLayout {
  const localize = (text: Text): string => textIn(text, words.language, story.language).text;
  const moment = createMoment(story);
  const { event } = moment;
  const unwritten = new Set<string>();
  const isWritten = (text: string, face: Face): boolean => {
    const written = writes(text, face);
    if (!written) unwritten.add(text);
    return written;
  };

  const blocks = linesFor(story, words)
    .map((text, index) => ({ text, setting: index === 0 ? TITLE : LEAD }))
    .filter(({ text, setting }) => isWritten(text, setting.face))
    .map(({ text, setting }) => createBlock(text, setting, widthOf));
  const room = blocks.length > 0 ? sizeOf(blocks, widthOf) : null;
  const titleIn = (marks: Marks, coast: readonly Point[]): readonly Box[] =>
    room ? [quietest(room, MAP, MARGIN, keepOf(marks), coast)] : [];

  const view = createView(story.frame, contentOf(moment), MAP, ({ project }) => {
    const marks = createMarks(moment, project);
    const keep = keepOf(marks);
    const [title] = titleIn(marks, []);
    return isHeld(marks, MAP) && !(title && keep.some((box) => overlaps(box, title)));
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
  const labels = placeLabels(requests, [...title, ...marks.beads], MAP);

  const travellers = marks.travellers
    .filter((token) => !(venue && isOver(token, venue)))
    .map((token) => ({
      ...token,
      initials: isWritten(token.of.initials, FACE) ? token.of.initials : '',
    }));

  return {
    ...{ moment, view, venue, travellers, labels, coasts },
    ...{ map: MAP, line: { x: 0, y: MAP.height, width: MAP.width, height: LINE } },
    places: marks.places,
    paths: createPaths(ground, view.camera.scale),
    title: title.flatMap((box) => placeLines(blocks, box)),
    unwritten: [...unwritten],
  };
}

/** Whoever comes from next door has no room for a token on the way, and only the name is written. */
const isOver = (a: Mark<unknown>, b: Mark<unknown>): boolean =>
  overlaps(boxAround(a.at, a.radius), boxAround(b.at, b.radius));

/** What the title must leave clear. */
const keepOf = ({ travellers, places, beads }: Marks): readonly Box[] => [
  ...[...travellers, ...places].map(({ at, radius }) => boxAround(at, radius + 14)),
  ...beads,
];

/** Whether all marks and ways lie within the picture. */
const isHeld = ({ travellers, places, beads }: Marks, { width, height }: Size): boolean =>
  [...[...travellers, ...places].map(({ at, radius }) => boxAround(at, radius)), ...beads].every(
    (box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
  );
