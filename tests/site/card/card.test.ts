import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeCard, layOutCard, type CardLayout } from '../../../src/site/card/card.ts';
import { drawCard, explainOmitted, formatCard } from '../../../src/site/card/draw.ts';
import { createMarks } from '../../../src/site/card/marks.ts';
import { createMoment } from '../../../src/site/card/moment.ts';
import { createRasteriser, FACE, HEADLINE, type Face } from '../../../src/site/card/rasteriser.ts';
import { readRasteriserFiles } from '../../../src/site/vite/rasteriser-files.ts';
import { createView, copiesOf } from '../../../src/site/card/view.ts';
import { placeTitle, setLines, shorten, wrap } from '../../../src/site/card/words.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import FigureGlyph from '../../../src/map/glyphs/FigureGlyph.svelte';
import Token from '../../../src/map/glyphs/Token.svelte';
import { boxAround, overlaps } from '../../../src/map/labels/box.ts';
import { fitCamera, isWithin } from '../../../src/map/projection/camera.ts';
import { parseGround } from '../../../src/map/basemap/parse-ground.ts';
import { mercatorAt } from '../../../src/map/projection/mercator.ts';
import type { Bounds, Story } from '../../../src/story/story.ts';
import { readStory, THAW } from '../../fixtures/shipped.ts';
import { FILE, tell, twoMeetings } from '../../fixtures/two-meetings.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const MAP = { width: 1200, height: 538 };

/** Six tenths of an em for each letter. */
const roughly = (text: string, _face: Face, size: number) => text.length * size * 0.6;

/** Basic Latin and what English puts between its words. */
const inLatin = (text: string) => /^[\u0020-\u024f\u2000-\u206f]*$/.test(text);

const cardOf = (story: Story, writes: (text: string) => boolean = inLatin): CardLayout =>
  layOutCard({
    ...{ story, words: ENGLISH, widthOf: roughly, writes },
    ground: parseGround(JSON.parse(read('../../../geo/basemap/continents.json'))),
  });

const draw = async (story: Story) => drawCard(story, ENGLISH, await readRasteriserFiles());

const textsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);

/** The shapes of a drawing, without where they stand and how they are styled. */
const shapesIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/ (?:d|r|rx)="[^"]*"/g)].map(([shape]) => shape);

/** A colour of the page's light theme. */
const colourOf = (name: string): string => {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w+),`);
  return pair.exec(read('../../../src/ui/shell/theme.css'))?.[1] ?? '';
};

describe('The picture of the story for social media', () => {
  let svg: string;
  beforeAll(() => {
    svg = formatCard(cardOf(THAW));
  });

  test('shows the event that the story names for it, and who came there', () => {
    const { event, arcs } = createMoment(THAW);
    expect(event.id).toBe('singapore');
    expect(arcs.map(({ journey }) => journey.from.id).sort()).toEqual(['pyongyang', 'washington']);
  });

  test('names the story, the day, the main places and who came', () => {
    const texts = textsIn(svg);
    expect(texts.join(' ')).toContain('The Korean thaw, 2017–2019');
    const names = ['New York', 'Singapore', 'Beijing', 'Pyongyang', 'DMZ', 'Washington'];
    expect(texts).toEqual(expect.arrayContaining(names));
    expect(texts).toEqual(expect.arrayContaining(['Kim Jong Un', 'Donald Trump', '12 June 2018']));
  });

  test('says in words what it shows', () => {
    expect(describeCard(THAW, ENGLISH)).toBe(
      'The Korean thaw, 2017–2019. 12 June 2018. Trump and Kim meet in Singapore',
    );
  });

  test('has a mark on the line of time for every event', () => {
    const marked = [...svg.matchAll(/data-event="([^"]*)"/g)].map(([, id]) => id);
    expect(marked.sort()).toEqual(THAW.events.map(({ id }) => id).sort());
  });

  test('draws seal, seats, tokens and zone as the map does', async () => {
    const { events } = twoMeetings().story;
    const talks = events.filter(({ id }) => id === 'talks');
    const table = formatCard(cardOf({ ...twoMeetings().story, events: talks }));
    const guests = talks.flatMap(({ who }) => who);
    const drawings = [
      [svg, render(FigureGlyph, { props: { figure: 'seal' } }).body],
      [table, render(FigureGlyph, { props: { figure: 'table', seats: guests } }).body],
      [
        svg,
        render(Token, {
          props: { party: { hue: 'north', colour: null }, radius: 12.5, initials: 'KJU' },
        }).body,
      ],
    ] as const;
    for (const [card, glyph] of drawings) {
      expect(shapesIn(glyph).length).toBeGreaterThan(0);
      expect(shapesIn(card).join()).toContain(shapesIn(glyph).join());
    }
    expect(svg).toMatch(/<g[^>]* data-zone="dmz"/);
  });

  test('is in the page’s own colours, as its light theme has them', () => {
    const bow = (id: string) =>
      new RegExp(`<path[^>]* data-arc="[^"]*/${id}/[^>]*>`).exec(svg)?.[0];
    expect(colourOf('north')).toMatch(/^#/);
    expect(bow('pyongyang')).toContain(`stroke:${colourOf('north')}`);
    expect(bow('washington')).toContain(`stroke:${colourOf('west')}`);
    expect(/<path[^>]* class="land[^>]*>/.exec(svg)?.[0]).toContain(`fill:${colourOf('land')}`);
  });

  test('leaves nothing to the rasteriser that it does not know', () => {
    expect(svg).not.toMatch(/var\(|light-dark\(|<style|NaN/);
  });

  test('is 1200 by 630 pixels, and light enough to be fetched', async () => {
    const png = Buffer.from((await draw(THAW)).png);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
    expect(png.equals(Buffer.from((await draw(THAW)).png))).toBe(true);
  }, 60_000);

  test('is set in its own two faces, and in no other', async () => {
    const { widthOf } = await createRasteriser(await readRasteriserFiles());
    const widths = [HEADLINE, FACE, { family: 'none', weight: 400 }].map((face) =>
      widthOf('Thaw', face, 50),
    );
    expect(widths[0]).not.toBe(widths[1]);
    expect(widths.every((width) => width > 80 && width < 160)).toBe(true);
  }, 60_000);
});

describe('A letter that the fonts do not have', () => {
  const { story } = twoMeetings();
  const foreign: Story = { ...story, title: 'قمتان' };

  test('is known by what is drawn for it', async () => {
    const { writes } = await createRasteriser(await readRasteriserFiles());
    const texts = [
      'The Korean thaw, 2017–2019',
      'Győr',
      'Київ',
      'Αθήνα',
      '',
      'قمة',
      '서울',
      '東京',
      'A서',
    ];
    expect(texts.filter((text) => writes(text, HEADLINE))).toEqual(texts.slice(0, 5));
    expect(texts.filter((text) => writes(text, FACE))).toEqual(texts.slice(0, 5));
  }, 60_000);

  test('leaves its text out of the picture, and no other', async () => {
    const card = cardOf(foreign);
    const texts = textsIn(formatCard(card));
    expect(card.omitted).toEqual(['قمتان']);
    expect(texts.filter((text) => !inLatin(text))).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(['The pact', 'guest', 'Island']));
  });

  test('leaves a map without words where no text can be written', async () => {
    const card = cardOf(story, () => false);
    const svg = formatCard(card);
    expect(svg).not.toMatch(/<text[^>]*>[^<]/);
    expect(svg).not.toContain('NaN');
    expect(card.omitted).toEqual(
      expect.arrayContaining(['Two meetings', 'The pact', 'Island', 'G']),
    );
  });

  test('is told to whoever builds in one line that says what to do', async () => {
    const line = /^card\.png .*“قمتان”.* 1200 by 630 pixels and name it with --card\.$/;
    expect(explainOmitted((await draw(foreign)).omitted)).toEqual([expect.stringMatching(line)]);
    expect(explainOmitted((await draw(THAW)).omitted)).toEqual([]);
  }, 60_000);
});

describe('The event of a picture', () => {
  const PARIS = readStory(read('../../fixtures/paris.json'));

  /** The event that is chosen in a story with these events only: their kinds, and what else matters. */
  const chosenOf = (...entries: readonly object[]): string => {
    const events = entries.map((entry, index) => ({
      ...{ id: `e${index}`, title: 'An event', text: 'It happens.', when: `2018-03-${10 + index}` },
      ...{ at: 'island', sources: ['paper'], ...entry },
    }));
    return createMoment(tell({ ...FILE, events }).story).event.id;
  };
  const commitment = (id: string) => ({ id, text: 'Do it.', by: ['north'], binds: 'border' });

  test('is the one with most people and commitments, however far others come', () => {
    expect(createMoment(PARIS).event.id).toBe('cop21');
    const far = { kind: 'visit', at: 'west-city', who: ['host', 'envoy'] };
    const many = { kind: 'meeting', at: 'south-city', who: ['host', 'envoy', 'neighbour'] };
    expect(chosenOf(many, far)).toBe('e0');
    expect(chosenOf(far, many)).toBe('e1');
    const pact = {
      ...{ kind: 'agreement', at: 'south-city', who: ['neighbour'] },
      commitments: ['a', 'b', 'c'].map(commitment),
    };
    expect(chosenOf(pact, many)).toBe('e0');
  });

  test('is of equals an agreement, then a meeting, then the last one', () => {
    const who = ['host', 'guest'];
    const [agreement, meeting, visit] = ['agreement', 'meeting', 'visit'].map((kind) => ({
      ...{ kind, who },
    }));
    expect(chosenOf(meeting ?? {}, agreement ?? {}, visit ?? {})).toBe('e1');
    expect(chosenOf(visit ?? {}, meeting ?? {}, visit ?? {})).toBe('e1');
    expect(chosenOf(visit ?? {}, visit ?? {})).toBe('e1');
  });

  test('has happened, is attended and lies in the frame, if any does', () => {
    const all = ['host', 'guest', 'envoy', 'neighbour'];
    const small = { kind: 'visit', who: ['host'] };
    expect(chosenOf(small, { kind: 'meeting', who: all, status: 'planned' })).toBe('e0');
    expect(chosenOf(small, { kind: 'meeting', who: all, status: 'reported' })).toBe('e0');
    expect(chosenOf(small, { kind: 'statement', who: all })).toBe('e0');
    expect(chosenOf({ kind: 'report' }, { kind: 'report', status: 'reported' })).toBe('e0');
    const frame = [90, -20, 150, 60];
    const away = { ...FILE.events[1], kind: 'meeting', who: all };
    const [, , talks] = FILE.events;
    const events = [{ ...talks, follows: [] }, away];
    expect(createMoment(tell({ ...FILE, frame, events }).story).event.id).toBe('talks');
  });

  test('is the one that the story names, whatever it is', () => {
    for (const { id } of twoMeetings().story.events) {
      const { event, places } = createMoment(tell({ ...FILE, card: id }).story);
      expect(event.id).toBe(id);
      expect(places).toEqual(expect.arrayContaining(event.at ? [event.at.mark] : []));
    }
  });

  test('can be drawn whatever it is, also without a place', async () => {
    for (const id of ['calm', 'letter', 'second-planned']) {
      const card = cardOf(tell({ ...FILE, card: id }).story);
      expect(formatCard(card)).not.toContain('NaN');
    }
  });

  test('shows everyone who came, also to the meeting before an agreement', () => {
    const homes = ({ card }: { readonly card: string }) =>
      createMoment(tell({ ...FILE, card }).story)
        .arcs.map(({ journey }) => journey.from.id)
        .toSorted();
    expect(homes({ card: 'talks' })).toEqual(['north-city', 'west-city']);
    expect(homes({ card: 'pact' })).toEqual(['north-city', 'south-city', 'west-city']);
    // The envoy came to the talks and does not sign.
    const signers = createMoment(tell({ ...FILE, card: 'pact' }).story).arcs.map(({ journey }) =>
      journey.people.map(({ id }) => id),
    );
    expect(signers.flat().toSorted()).toEqual(['guest', 'host', 'neighbour']);
  });
});

describe('What the event of a picture is', () => {
  const story: Story = { ...twoMeetings().story, card: 'talks' };
  const signIn = (events: Story['events']) =>
    createMoment({ ...story, events, card: events.at(0)?.id ?? null }).sign;

  test('shows as a seal only where an agreement was made', () => {
    const { events } = story;
    const without = events.filter(({ kind }) => kind !== 'agreement');
    expect(signIn(events.filter(({ id }) => id === 'pact'))).toBe('seal');
    expect(createMoment({ ...story, events: without }).sign).toBe('table');
    expect(signIn(events.filter(({ id }) => id === 'invitation'))).toBe('plain');
  });

  test('is a seal on the table where a meeting ends in an agreement at its place', () => {
    expect(createMoment(story).sign).toBe('seal');
    const planned = story.events.map((event) =>
      event.kind === 'agreement' ? ({ ...event, status: 'planned' } as const) : event,
    );
    expect(createMoment({ ...story, events: planned }).sign).toBe('table');
  });

  test('names the place of an event that nobody travelled to', () => {
    const events = story.events.filter(({ id }) => id === 'invitation');
    expect(createMoment({ ...story, events }).places.map(({ id }) => id)).toContain('west-city');
  });
});

describe('The view of a picture', () => {
  const turnsIn = (frame: Bounds) => copiesOf(fitCamera(frame, { ...MAP, height: Infinity }), MAP);

  test('has the ground as often as the frame needs it', () => {
    expect(turnsIn(THAW.frame)).toEqual([0]);
    expect(turnsIn([-100, 5, 60, 62])).toEqual([-1, 0]);
    expect(turnsIn([165, -45, 345, 28])).toEqual([0, 1]);
    expect(turnsIn([-180, -60, 180, 80])).toEqual([-1, 0]);
  });

  test('is the frame as wide as the picture where all is clear so', () => {
    const [west, , east] = THAW.frame;
    const { project } = createView(THAW.frame, [mercatorAt([125, 39])], MAP, () => true);
    expect([west, east].map((lng) => Math.round(project(mercatorAt([lng, 0]))[0]))).toEqual([
      72, 1128,
    ]);
  });

  test('holds the places of a squarer frame, and leaves the title its corner', () => {
    const content = [mercatorAt([174.76, -36.85]), mercatorAt([202.14, 21.31])];
    const title = { x: 44, y: 190, width: 560, height: 304 };
    const { project } = createView([165, -45, 215, 28], content, MAP, (view) =>
      content
        .map(view.project)
        .every((at) => isWithin(at, MAP) && !overlaps(boxAround(at, 30), title)),
    );
    for (const at of content.map(project)) {
      expect(isWithin(at, MAP)).toBe(true);
      expect(overlaps(boxAround(at, 30), title)).toBe(false);
    }
  });

  test('holds the places also where no view is clear', () => {
    const content = [mercatorAt([0, -50]), mercatorAt([1, 60])];
    const { project } = createView([-5, -55, 5, 65], content, MAP, () => false);
    expect(content.map(project).every((at) => isWithin(at, MAP))).toBe(true);
  });

  test('shows no token of a guest from next door, whom the sign would hide, but the name', async () => {
    const { story } = twoMeetings();
    const home = story.places.find(({ id }) => id === 'north-city');
    Object.assign(home ?? {}, { point: [104.8, 1.3] });
    const events = story.events.filter(({ id }) => id === 'talks');
    const texts = textsIn(formatCard(cardOf({ ...story, events })));
    expect(texts).toEqual(expect.arrayContaining(['host', 'guest', 'G']));
    expect(texts).not.toContain('H');
  });

  test('shows two who travel the same way beside each other', () => {
    const moment = createMoment(THAW);
    const { project } = createView(THAW.frame, [], MAP, () => true);
    const twice = { ...moment, arcs: moment.arcs.flatMap((arc) => [arc, arc]) };
    const tokens = createMarks(twice, project).travellers.map(({ at }) => boxAround(at, 25));
    expect(tokens).toHaveLength(4);
    for (const [index, token] of tokens.entries()) {
      expect(tokens.slice(index + 1).filter((other) => overlaps(token, other))).toEqual([]);
    }
  });
});

describe('Words on a picture', () => {
  const short = (line: string) => line.length <= 10;

  test('are broken between words', () => {
    expect(wrap('one two three four', short)).toEqual(['one two', 'three four']);
    expect(wrap('incomprehensible words', short)).toEqual(['incomprehensible', 'words']);
  });

  test('are cut where they have no room', () => {
    expect(shorten('incomprehensible', short)).toBe('incompreh…');
    expect(shorten('one', short)).toBe('one');
    expect(setLines('one two three four five', 2, short)).toEqual(['one two', 'three fou…']);
    expect(setLines('incomprehensible words', 2, short)).toEqual(['incompreh…', 'words']);
    expect(setLines('one two', 2, short)).toEqual(['one two']);
  });

  test('stand where they hide nothing, and then over little coast, low and to the left', () => {
    const size = { width: 300, height: 100 };
    expect(placeTitle(size, MAP, 40, [], [])).toEqual({ x: 40, y: 398, ...size });
    expect(placeTitle(size, MAP, 40, [], [[200, 450]]).x).toBeGreaterThan(200);
    const keep = [boxAround([200, 450], 20), boxAround([700, 430], 60)];
    const found = placeTitle(size, MAP, 40, keep, []);
    expect(keep.filter((box) => overlaps(box, found))).toEqual([]);
  });

  test('stand somewhere even where all is full', () => {
    const full = [{ x: 0, y: 0, ...MAP }];
    expect(placeTitle({ width: 300, height: 100 }, MAP, 40, full, []).x).toBe(40);
  });
});

describe('The picture of a story that leaves much out', () => {
  const LEAST = { version: 1, id: 'least', language: 'en', title: 'The least' };
  const ringOf = (west: number) => [
    [west, 50],
    [west + 2, 50],
    [west + 2, 52],
    [west, 50],
  ];

  test('has the words, the world and the line of time if there is no place', async () => {
    const events = ['1', '2'].map((day) => ({
      ...{ id: `day-${day}`, when: `2020-01-0${day}`, title: `Day ${day}`, text: 'It happens.' },
    }));
    const svg = formatCard(cardOf(tell({ ...LEAST, events }).story));
    expect(textsIn(svg).join(' ')).toContain('The least');
    expect([...svg.matchAll(/data-event=/g)]).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('has who came of no party, and every island of a place', async () => {
    const place = (id: string, geometry: object) => ({
      ...{ type: 'Feature', id, geometry },
      properties: { name: id, main: true },
    });
    const { story } = tell({
      ...LEAST,
      people: [
        { id: 'ann', name: 'Ann', home: 'town' },
        { id: 'bob', name: 'Bob' },
      ],
      places: {
        type: 'FeatureCollection',
        features: [
          place('isles', { type: 'MultiPolygon', coordinates: [[ringOf(0)], [ringOf(4)]] }),
          place('town', { type: 'Point', coordinates: [12, 48] }),
          place('port', { type: 'Point', coordinates: [-4, 54] }),
        ],
      },
      events: [
        {
          ...{ id: 'e', kind: 'meeting', when: '2020', at: 'port', who: ['ann', 'bob'] },
          ...{ title: 'They meet', text: 'At sea.' },
        },
      ],
    });
    const svg = formatCard(cardOf(story));
    const [, area = ''] = / d="([^"]*)" class="area/.exec(svg) ?? [];
    expect(area.match(/M/g)).toHaveLength(2);
    expect(textsIn(svg)).toEqual(expect.arrayContaining(['Ann', 'A']));
    expect(textsIn(svg)).not.toContain('Bob');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
