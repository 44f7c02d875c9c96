import { boxAround, type Box } from '../../../src/map/box.ts';
import type { Ground } from '../../../src/map/ground.ts';
import { placeLabels, type LabelWish } from '../../../src/map/labels.ts';
import { mercatorAt, type Point } from '../../../src/map/mercator.ts';
import { textIn } from '../../../src/story/text.ts';
import type { Story, Text } from '../../../src/story/story.ts';
import { formatDate } from '../../../src/time/wording.ts';
import { CARD } from '../publication.ts';
import { drawLabel, drawPlace, drawSeal, drawToken } from './figures.ts';
import { LABEL_SIZE, RADIUS, type Palette } from './figures.ts';
import { drawLine } from './line.ts';
import { createMoment, type CardMoment } from './moment.ts';
import { escapeXml, FACE, HEADLINE, type Rasteriser } from './rasteriser.ts';
import { quietest, wrap } from './words.ts';

/** What a card is drawn from. */
export interface Material {
  readonly story: Story;
  /** The language of its words, as a BCP 47 tag. */
  readonly language: string;
  readonly ground: Ground;
  readonly colour: Palette;
  readonly widthOf: Rasteriser['widthOf'];
}

const LINE = 92;
const MAP = { width: CARD.width, height: CARD.height - LINE };
const MARGIN = 44;

/** A block of lines of text: what it says, its face, its letters' size and its leading in pixels. */
interface Block {
  readonly lines: readonly string[];
  readonly face: string;
  readonly size: number;
  readonly leading: number;
}
const TITLE = { face: HEADLINE, size: 72, leading: 76, widest: 700 };
const LEAD = { face: FACE, size: 33, leading: 42, widest: 700 };

/** What the picture shows, for those who do not see it: the story, the day, and who meets where. */
export const describeCard = (story: Story, language: string): string =>
  linesFor(story, language, createMoment(story, MAP)).join('. ');

function linesFor(story: Story, language: string, { event }: CardMoment): readonly string[] {
  const say = (text: Text): string => textIn(text, language, story.language).text;
  return [say(story.title), formatDate(event.when, language), say(event.title)];
}

/**
 * The picture of a story for social media: its great meeting on the ground that the page shows, the title
 * where it hides least, and the line of time below.
 */
export function createCard({ story, language, ground, colour, widthOf }: Material): string {
  const say = (text: Text): string => textIn(text, language, story.language).text;
  const moment = createMoment(story, MAP);
  const { event, bows, places, locate, project } = moment;

  const blockOf = (text: string, { face, size, leading, widest }: typeof TITLE): Block => ({
    lines: wrap(text, (line) => widthOf(line, face, size) <= widest),
    ...{ face, size, leading },
  });
  const blocks = linesFor(story, language, moment).map((text, index) =>
    blockOf(text, index === 0 ? TITLE : LEAD),
  );

  const travellers = bows.flatMap(({ journey: { people }, way }) =>
    people.slice(0, 1).map((person) => ({ person, at: project(way.at(0.5)) })),
  );
  const venue = event.at?.mark;
  const marks: readonly Mark[] = [
    ...travellers.map(({ person, at }) => ({ name: say(person.name), at, radius: RADIUS.token })),
    ...places.map((place) => ({
      name: say(place.name),
      at: locate(place),
      radius: place === venue ? RADIUS.seal : RADIUS.dot,
    })),
  ];
  const beads = beadsOf(moment);
  const keep = [...marks.map(({ at, radius }) => boxAround(at, radius + 14)), ...beads];
  const title = quietest(sizeOf(blocks, widthOf), MAP, MARGIN, keep, coastOf(ground, moment));
  const wishes = marks.map(({ name, at, radius }): LabelWish => {
    const size = { width: Math.ceil(widthOf(name, FACE, LABEL_SIZE)) + 14, height: 34 };
    return { id: name, at, radius, size, weight: 2 };
  });
  const labels = placeLabels(wishes, [title, ...beads], MAP);

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">`,
    drawGround(ground, moment, colour),
    ...bows.map(({ journey, way }) => {
      const tone = colour(journey.people[0]?.party.hue ?? 'ink');
      return `<path d="${way.format(1, project)}" fill="none" stroke="${tone}" stroke-width="5.5" stroke-linecap="round"/>`;
    }),
    ...labels.map(({ leader }) => leader && drawLeader(leader, colour)),
    ...places
      .filter((place) => place !== venue)
      .map((place) => drawPlace(locate(place), moment.linesOf(place), colour)),
    ...travellers.map(({ person, at }) => drawToken(person, at, colour)),
    venue && drawSeal(locate(venue), colour),
    ...labels.map(({ id, box }) => drawLabel(id, box, colour)),
    drawBlocks(blocks, title, colour),
    drawLine(moment.told, event, { x: 0, y: MAP.height, width: MAP.width, height: LINE }, colour),
    '</svg>',
  ]
    .filter(Boolean)
    .join('\n');
}

interface Mark {
  readonly name: string;
  readonly at: Point;
  readonly radius: number;
}

/** Boxes that cover the bows, but for their ends, which places cover. */
const beadsOf = ({ bows, project }: CardMoment): readonly Box[] =>
  bows.flatMap(({ way }) =>
    Array.from({ length: 58 }, (_, index) => boxAround(project(way.at((index + 1) / 59)), 7)),
  );

const sizeOf = (blocks: readonly Block[], widthOf: Rasteriser['widthOf']) => ({
  width: Math.max(
    ...blocks.flatMap(({ lines, face, size }) => lines.map((line) => widthOf(line, face, size))),
  ),
  height: blocks.reduce((sum, { lines, leading }) => sum + lines.length * leading, 0),
});

const coastOf = ({ coast }: Ground, { project }: CardMoment): readonly Point[] =>
  coast.geometry.coordinates.flat().map(([lng = 0, lat = 0]) => project(mercatorAt([lng, lat])));

type Line = readonly (readonly number[])[];

function drawGround({ land, coast, borders }: Ground, moment: CardMoment, colour: Palette): string {
  const format = (line: Line): string => {
    const points = line.map(([lng = 0, lat = 0]) => moment.project(mercatorAt([lng, lat])));
    return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
  };
  const rings = land.geometry.coordinates.flat();
  return `<rect width="100%" height="100%" fill="${colour('sea')}"/>
<g fill="none" stroke-width="1.1" stroke-linejoin="round">
<path d="${rings.map((ring) => `${format(ring)}Z`).join('')}" fill="${colour('land')}"/>
<path d="${coast.geometry.coordinates.map(format).join('')}" stroke="${colour('coast')}"/>
<path d="${borders.geometry.coordinates.map(format).join('')}" stroke="${colour('border')}"/>
</g>`;
}

const drawLeader = ([[x1, y1], [x2, y2]]: readonly [Point, Point], colour: Palette): string =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour('control')}" stroke-width="2"/>`;

/** With a rim in the colour of the sea, so that words are read over a coast too. */
function drawBlocks(blocks: readonly Block[], { x, y }: Box, colour: Palette): string {
  let foot = y;
  const texts = blocks.flatMap(({ lines, face, size, leading }) =>
    lines.map((line) => {
      foot += leading;
      return `<text x="${x}" y="${foot - leading * 0.24}" ${face} font-size="${size}">${escapeXml(line)}</text>`;
    }),
  );
  return `<g fill="${colour('ink')}" stroke="${colour('sea')}" stroke-width="7" stroke-linejoin="round" paint-order="stroke">${texts.join('')}</g>`;
}
