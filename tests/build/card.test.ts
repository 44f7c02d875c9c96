import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCard, describeCard } from '../../geo/build/card/card.ts';
import { drawCard } from '../../geo/build/card/draw.ts';
import { readPalette } from '../../geo/build/card/figures.ts';
import { createMoment } from '../../geo/build/card/moment.ts';
import { createRasteriser, FACE, HEADLINE } from '../../geo/build/card/rasteriser.ts';
import { quietest, wrap } from '../../geo/build/card/words.ts';
import { boxAround, overlaps } from '../../src/map/box.ts';
import { parseGround } from '../../src/map/ground.ts';
import { THAW } from '../fixtures/shipped.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const MAP = { width: 1200, height: 538 };

/** Six tenths of an em for each letter. */
const roughly = (text: string, _face: string, size: number) => text.length * size * 0.6;

describe('The picture of the story for social media', () => {
  let svg: string;
  beforeAll(() => {
    svg = createCard({
      ...{ story: THAW, language: 'en', widthOf: roughly },
      ground: parseGround(JSON.parse(read('../../geo/basemap/continents.json'))),
      colour: readPalette(read('../../src/ui/theme.css')),
    });
  });

  test('shows the meeting for which people came the farthest', () => {
    const { event, bows } = createMoment(THAW, MAP);
    expect(event.id).toBe('singapore');
    expect(bows.map(({ journey }) => journey.from.id).sort()).toEqual(['pyongyang', 'washington']);
  });

  test('names the story, the day, the main places and who came', () => {
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts.join(' ')).toContain('The Korean thaw, 2017–2019');
    const names = ['New York', 'Singapore', 'Beijing', 'Pyongyang', 'DMZ', 'Washington'];
    expect(texts).toEqual(expect.arrayContaining(names));
    expect(texts).toEqual(expect.arrayContaining(['Kim Jong Un', 'Donald Trump', '12 June 2018']));
  });

  test('says in words what it shows', () => {
    expect(describeCard(THAW, 'en')).toBe(
      'The Korean thaw, 2017–2019. 12 June 2018. Trump and Kim meet in Singapore',
    );
  });

  test('has a mark on the line of time for every event', () => {
    expect(svg.match(/r="4.5"/g)).toHaveLength(THAW.events.length);
  });

  test('is 1200 by 630 pixels, and light enough to be fetched', async () => {
    const png = Buffer.from(await drawCard(THAW, 'en'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
    expect(png.equals(Buffer.from(await drawCard(THAW, 'en')))).toBe(true);
  }, 60_000);

  test('is set in its own two faces, and in no other', async () => {
    const { widthOf } = await createRasteriser();
    const widths = [HEADLINE, FACE, 'font-family="none"'].map((face) => widthOf('Thaw', face, 50));
    expect(widths[0]).not.toBe(widths[1]);
    expect(widths.every((width) => width > 80 && width < 160)).toBe(true);
  }, 60_000);
});

describe('Words on a picture', () => {
  const short = (line: string) => line.length <= 10;

  test('are broken between words', () => {
    expect(wrap('one two three four', short)).toEqual(['one two', 'three four']);
    expect(wrap('incomprehensible words', short)).toEqual(['incomprehensible', 'words']);
  });

  test('stand where they hide nothing, and then over little coast, low and to the left', () => {
    const size = { width: 300, height: 100 };
    expect(quietest(size, MAP, 40, [], [])).toEqual({ x: 40, y: 398, ...size });
    expect(quietest(size, MAP, 40, [], [[200, 450]]).x).toBeGreaterThan(200);
    const keep = [boxAround([200, 450], 20), boxAround([700, 430], 60)];
    const found = quietest(size, MAP, 40, keep, []);
    expect(keep.filter((box) => overlaps(box, found))).toEqual([]);
  });

  test('stand somewhere even where all is full', () => {
    const full = [{ x: 0, y: 0, ...MAP }];
    expect(quietest({ width: 300, height: 100 }, MAP, 40, full, []).x).toBe(40);
  });
});

test('A colour that the page does not have is a fault of the build', () => {
  expect(() => readPalette('--ink: light-dark(#000000, #ffffff)')('rust')).toThrow('--rust');
});
