import { boxAround, overlaps, type Box } from '../../map/labels/box.ts';
import type { Size } from '../../map/projection/camera.ts';
import type { Ground } from '../../map/basemap/parse-ground.ts';
import { placeLabels, type LabelWish } from '../../map/labels/place-labels.ts';
import type { Point } from '../../map/projection/mercator.ts';
import { textIn } from '../../story/text.ts';
import type { Story, Text } from '../../story/story.ts';
import type { DateWords } from '../../time/date-words.ts';
import { formatDate } from '../../time/wording.ts';
import { CARD } from '../metadata/publication.ts';
import { createBlock, drawBlocks, LEAD, sizeOf, TITLE } from './blocks.ts';
import { drawLabel, drawPlace, drawSign, drawToken, LABEL_SIZE, type Palette } from './figures.ts';
import { coastOf, drawGround } from './ground.ts';
import { drawLine } from './line.ts';
import { contentOf, createMarks, type Mark, type Marks } from './marks.ts';
import { createMoment } from './moment.ts';
import { FACE, type Rasteriser } from './rasteriser.ts';
import { createView } from './view.ts';
import { quietest, shorten } from './words.ts';

/** What a card is drawn from. */
export interface Material extends Pick<Rasteriser, 'widthOf' | 'writes'> {
  readonly story: Story;
  /** The language of the texts, and how it writes dates. */
  readonly words: DateWords;
  readonly ground: Ground;
  readonly colour: Palette;
}

export interface Card {
  readonly svg: string;
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
 * The picture of a story for social media: its great meeting on the ground that the page shows, the title
 * where it hides least, and the line of time below.
 */
export function createCard({ story, words, ground, colour, widthOf, writes }: Material): Card {
  const localize = (text: Text): string => textIn(text, words.language, story.language).text;
  const moment = createMoment(story);
  const { event, sign, arcs } = moment;
  const unwritten = new Set<string>();
  const isWritten = (text: string, face: string): boolean => {
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
  const venue = marks.places.filter(({ of }) => of === event.at?.mark);
  const title = titleIn(marks, coastOf(ground, view));

  const wishOf = ({ of, at, radius }: Mark<{ readonly name: Text }>): readonly LabelWish[] => {
    if (!isWritten(localize(of.name), FACE)) return [];
    const fits = (line: string): boolean => widthOf(line, FACE, LABEL_SIZE) <= WIDEST_NAME;
    const name = shorten(localize(of.name), fits);
    const size = { width: Math.ceil(widthOf(name, FACE, LABEL_SIZE)) + 14, height: 34 };
    return [{ id: name, at, radius, size, weight: 2 }];
  };
  const wishes = [...marks.travellers, ...marks.places].flatMap(wishOf);
  const labels = placeLabels(wishes, [...title, ...marks.beads], MAP);

  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">`,
    drawGround(ground, view, colour),
    ...arcs.map(({ journey, way }) => {
      const tone = colour(journey.people[0]?.party.hue ?? 'ink');
      return `<path d="${way.format(1, project)}" fill="none" stroke="${tone}" stroke-width="5.5" stroke-linecap="round"/>`;
    }),
    ...labels.map(({ leader }) => leader && drawLeader(leader, colour)),
    ...marks.places
      .filter(({ of }) => of !== event.at?.mark)
      .map(({ of, at }) => {
        const lines = moment.linesOf(of).map((line) => line.map(project));
        return drawPlace(at, lines, colour);
      }),
    ...marks.travellers
      .filter((token) => !venue.some((sign) => isOver(token, sign)))
      .map(({ of: { party, initials }, at }) =>
        drawToken(party, isWritten(initials, FACE) ? initials : '', at, colour),
      ),
    ...venue.map(({ at }) => drawSign(sign, event.who, at, colour)),
    ...labels.map(({ id, box }) => drawLabel(id, box, colour)),
    ...title.map((box) => drawBlocks(blocks, box, colour)),
    drawLine(moment.told, event, { x: 0, y: MAP.height, width: MAP.width, height: LINE }, colour),
    '</svg>',
  ]
    .filter(Boolean)
    .join('\n');
  return { svg, unwritten: [...unwritten] };
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

const drawLeader = ([[x1, y1], [x2, y2]]: readonly [Point, Point], colour: Palette): string =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour('control')}" stroke-width="2"/>`;
