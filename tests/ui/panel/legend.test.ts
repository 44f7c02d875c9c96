import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { Player } from '../../../src/player/player.svelte.ts';
import { EVENT_KINDS, type Story } from '../../../src/story/story.ts';
import { createLocalize } from '../../../src/story/text.ts';
import Legend from '../../../src/ui/panel/Legend.svelte';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { readStory, THAW } from '../../fixtures/shipped.ts';
import { FILE, tell } from '../../fixtures/two-meetings.ts';

const PARIS = readStory(
  readFileSync(new URL('../../fixtures/paris.json', import.meta.url), 'utf8'),
);

/** The lines of a story's legend: parties, marks, states and sentences. */
function linesOf(story: Story): readonly string[] {
  const player = new Player(story);
  const localize = createLocalize(story.language, story.language);
  const { body } = render(Legend, { props: { player, words: ENGLISH, localize } });
  return [...body.matchAll(/<(li|h3|p)\b[^>]*>(.*?)<\/\1>/gs)]
    .map(([, , line = '']) => line.replace(/<text.*?<\/text>|<[^>]*>/gs, '').replace(/\s+/g, ' '))
    .map((line) => line.trim())
    .filter((line) => line !== ENGLISH.accessibility);
}

/** The legend of a story with these events only, without its parties. */
function marksOf(...entries: readonly object[]): readonly string[] {
  const events = entries.map((entry, index) => ({
    ...{ id: `e${index}`, title: 'An event', text: 'It happens.', when: `2018-03-${10 + index}` },
    ...{ at: 'island', sources: ['paper'], ...entry },
  }));
  const features = FILE.places.features.filter(({ id }) => id !== 'border');
  const { story } = tell({ ...FILE, events, places: { ...FILE.places, features } });
  const parties = story.parties.map(({ name }) => name);
  return linesOf(story).filter((line) => !parties.includes(line));
}

const FRAMED = 'A frame round a name: something happens there now.';
const CURVE = 'A curve shows who travels where, not the route.';
const promise = { id: 'p', text: 'Do it.', by: ['north'], binds: 'west-city' };

describe('the legend', () => {
  it('of the shipped story explains what its map draws', () => {
    expect(linesOf(THAW)).toEqual([
      'North Korea',
      'South Korea',
      'United States',
      'China',
      'International bodies, Press',
      'Journey, Visit, Meeting: a seat for each guest',
      'Agreement: a line to each place it binds',
      'Letter',
      'Statement, Report',
      'Ceremony, Release',
      'Test, Demolition',
      'Measure: the place itself changes',
      'State of affairs: its beginning',
      'Hollow or dashed: planned',
      'Place to be announced',
      'Beside a place: what was promised about it',
      'Promised',
      'Begun',
      'Done',
      'Stalled',
      'A frame round a name: something happens there now, or concerns the place.',
      'A thin line is an earlier journey or letter. Older ones are fainter.',
      CURVE,
      'A dotted curve shows who writes to whom.',
      'A hatched band may be drawn wider than it is, so that it can be seen.',
    ]);
  });

  it('of another story has its kinds of events, states and zones, and no others', () => {
    const lines = linesOf(PARIS);
    expect(lines.slice(5, 12)).toEqual([
      'Meeting: a seat for each guest',
      'Agreement: a line to each place it binds',
      'Letter',
      'Statement',
      'Ceremony',
      'State of affairs: its beginning',
      'Hollow or dashed: planned, or not confirmed',
    ]);
    expect(lines.slice(12, 15)).toEqual([
      'Beside a place: what was promised about it',
      'Promised',
      'Begun',
    ]);
    expect(lines.at(-1)).toBe('A hatched area has its true shape.');
  });

  it.each([
    [{ kind: 'statement' }, ['Statement', FRAMED]],
    [{ kind: 'report' }, ['Report', FRAMED]],
    [{ kind: 'release', who: ['guest'] }, ['Release', FRAMED]],
    [{ kind: 'measure' }, ['Measure: the place itself changes', FRAMED]],
    [{ kind: 'state' }, ['State of affairs: its beginning', FRAMED]],
    [{ kind: 'meeting' }, ['Meeting', FRAMED]],
    [{ kind: 'visit', who: ['guest'] }, ['Visit: a seat for each guest', FRAMED, CURVE]],
  ])('names one kind where there is one: %j', (event, lines) => {
    expect(marksOf(event)).toEqual(lines);
  });

  it('says that an agreement binds places only where it draws lines to them', () => {
    const pact = { kind: 'agreement', at: 'west-city' };
    expect(marksOf(pact)).toEqual(['Agreement', FRAMED]);
    expect(marksOf({ ...pact, commitments: [promise] })).toEqual([
      'Agreement',
      'Beside a place: what was promised about it',
      'Promised',
      FRAMED,
    ]);
    expect(marksOf({ ...pact, commitments: [{ ...promise, binds: 'island' }] })).toEqual([
      'Agreement: a line to each place it binds',
      'Beside a place: what was promised about it',
      'Promised',
      'A frame round a name: something happens there now, or concerns the place.',
    ]);
  });

  it('says what hollow marks are in this story', () => {
    const who = ['guest', 'host'];
    const planned = { kind: 'meeting', status: 'planned', at: undefined, who };
    const reported = { kind: 'statement', status: 'reported' };
    expect(marksOf(reported)).toContain('Hollow or dashed: not confirmed');
    expect(marksOf(planned)).toEqual([
      'Meeting: a seat for each guest',
      'Hollow or dashed: planned',
      'Place to be announced',
    ]);
    expect(marksOf(planned, reported)).toContain('Hollow or dashed: planned, or not confirmed');
  });

  it('says that a curve is not the route, unless every journey has its route', () => {
    const visit = { kind: 'visit', who: ['guest'] };
    const via = [
      [-77, 38.9],
      [103.8, 1.3],
    ];
    expect(marksOf(visit)).toContain(CURVE);
    expect(marksOf({ ...visit, via })).not.toContain(CURVE);
    expect(marksOf(visit, { ...visit, via, when: '2018-03-28' })).toContain(CURVE);
  });

  it('counts the seats of a table with more guests than it shows', () => {
    const people = Array.from({ length: 9 }, (_, index) => ({
      ...{ id: `p${index}`, name: `Person ${index}`, initials: 'P', role: 'Guest' },
      ...{ party: 'north', home: 'north-city' },
    }));
    const [, , talks] = FILE.events;
    const linesFor = (count: number) => {
      const who = people.slice(0, count).map(({ id }) => id);
      const events = [{ ...talks, follows: [], who }];
      return linesOf(tell({ ...FILE, people, events }).story);
    };
    expect(linesFor(8)).toContain('Meeting: a seat for each guest');
    expect(linesFor(9)).toContain('Meeting: a seat for each guest, 8 at most');
  });

  it('has for every kind of event a line of its own', () => {
    const kinds = EVENT_KINDS.filter((kind) => kind !== 'letter');
    for (const kind of kinds) {
      const [line] = marksOf({ kind });
      expect(line).toMatch(new RegExp(`^${ENGLISH.kinds[kind]}(: .*)?$`));
    }
    const letter = { kind: 'letter', from: 'guest', to: 'host', at: 'west-city' };
    expect(marksOf(letter)).toEqual(['Letter', FRAMED, 'A dotted curve shows who writes to whom.']);
  });
});
