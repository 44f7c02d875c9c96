import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { createRpcMethods, stateOf } from '../../../src/embed/guest/rpc-methods.ts';
import { Player } from '../../../src/player/player.svelte.ts';
import type { Story } from '../../../src/story/story.ts';
import { createLocalize } from '../../../src/story/text.ts';
import { applyAddress, formatAddress } from '../../../src/ui/url/address.ts';
import { clipOf } from '../../../src/ui/url/clip.ts';
import { readParameters } from '../../../src/ui/url/parameters.ts';
import Now from '../../../src/ui/panel/CurrentEvents.svelte';
import { describePlayhead } from '../../../src/ui/panel/announcements.ts';
import Transport from '../../../src/ui/transport/Transport.svelte';
import { ARABIC } from '../../../src/ui/words/ar.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { KOREAN } from '../../../src/ui/words/ko.ts';
import type { Words } from '../../../src/ui/words/words.ts';
import { CHINESE } from '../../../src/ui/words/zh-Hans.ts';
import { datedStory, type Dated } from '../../fixtures/dated.ts';

/*
 * Dates that are finer than the slider's step. A story's first event decides what the slider counts: the same events
 * of 2018 are told by days, by months after one of 1953, by years after one of 1801.
 */
const EARLY = { day: '2018-01-01', month: '1953-07-27', year: '1801-02-03' } as const;
type Unit = keyof typeof EARLY;
const UNITS = Object.keys(EARLY) as Unit[];

const JUNE: readonly Dated[] = [
  ['summit', '2018-06-12'],
  ['follow', '2018-06-19'],
  ['last', '2018-06-30'],
];

function tell(unit: Unit, ...lines: readonly Dated[]): Player {
  const player = new Player(datedStory(['early', EARLY[unit]], ...lines));
  expect(player.chronology.calendar.unit).toBe(unit);
  return player;
}

function open(player: Player, query: string): Player {
  player.seek(0);
  applyAddress(player, readParameters(query, false));
  return player;
}

const pageOf = (player: Player) => ({
  ...{ player, formatAddress },
  applyState: (moved: Player, search: string) => applyAddress(moved, readParameters(search, true)),
  applyTheme: () => undefined,
});
const host = (player: Player, name: string, to: string): Player => {
  createRpcMethods(pageOf(player)).get(name)?.(to);
  return player;
};

const shown = ({ scene }: Player) => scene.latest?.event.id;
const addressOf = (player: Player) => formatAddress(player, player, '');

const textOf = (html: string) => html.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, ' ');
function dateLineOf(player: Player, words: Words = ENGLISH): string {
  const localize = createLocalize(words.language, player.story.language);
  // Its buttons are not looked at.
  const children = (() => undefined) as never;
  const { body } = render(Transport, {
    props: { player, words, localize, answers: false, children },
  });
  return /<p class="date[^>]*>(.*?)<\/p>/s.exec(body)?.[1]?.replace(/<!--.*?-->/gs, '') ?? '';
}
function nowOf(player: Player, words: Words = ENGLISH): string {
  const localize = createLocalize(words.language, player.story.language);
  return textOf(render(Now, { props: { scene: player.scene, player, words, localize } }).body);
}

/** The days from one to another. */
function daysBetween(first: string, last: string): readonly string[] {
  const length = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return Array.from({ length }, (_, index) =>
    new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The day an event begins on, read off its text. */
function beginOf(when: string): string {
  const [from = ''] = when.replace(/[?~%]/g, '').split('/');
  if (from === '..') return '0000-00-00';
  return `${from.replace('X', '0')}-01-01`.slice(0, 10);
}

/** The events in the order in which days begin them; within a day by instants, then as in the file. */
const inOrder = ({ events }: Story) =>
  events
    .map((event, index) => ({ event, index, day: beginOf(event.when.text) }))
    .sort((a, b) =>
      a.day === b.day
        ? a.event.when.start - b.event.when.start || a.index - b.index
        : a.day < b.day
          ? -1
          : 1,
    );

/** The last event begun by the end of a day; before all of them the first, for a story shows something. */
const lastBy = (story: Story, day: string) =>
  (inOrder(story).findLast((each) => each.day <= day) ?? inOrder(story)[0])?.event.id;

const ANYWHERE = daysBetween('2018-01-02', '2018-09-30');
const anyDay = fc.constantFrom(...ANYWHERE);
const anyWhen = fc.oneof(
  { weight: 4, arbitrary: anyDay },
  { weight: 3, arbitrary: fc.tuple(anyDay, fc.integer({ min: 10, max: 22 })) },
  { weight: 1, arbitrary: anyDay.map((day) => `${day}~`) },
  { weight: 1, arbitrary: anyDay.map((day) => day.slice(0, 7)).filter((m) => m > '2018-01') },
  { weight: 1, arbitrary: anyDay.map((day) => `${day}/2018-10-02`) },
  { weight: 1, arbitrary: anyDay.map((day) => `${day}/..`) },
);
const anyLines = fc
  .array(fc.tuple(anyWhen, fc.constantFrom('seoul', 'pyongyang', 'new-york')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drawn) =>
    drawn.map(([when, at], index): Dated => {
      const text = typeof when === 'string' ? when : `${when[0]}T${when[1]}:30`;
      return [`e${index}`, text, at];
    }),
  );
const settings = { seed: 1953, numRuns: 60 };

describe.each(UNITS)('a day, where the slider counts by the %s', (unit) => {
  it('shows the last event begun by then, from every way of asking for it', () => {
    const player = tell(unit, ...JUNE);
    const expected = { '06-11': 'early', '06-12': 'summit', '06-18': 'summit', '06-19': 'follow' };
    for (const [day, id] of Object.entries({ ...expected, '06-29': 'follow', '06-30': 'last' })) {
      const date = `2018-${day}`;
      expect([date, shown(open(player, `t=${date}`))]).toEqual([date, id]);
      expect([date, shown(host(player, 'seek', date))]).toEqual([date, id]);
      expect([date, shown(host(player, 'date', date))]).toEqual([date, id]);
      expect([date, shown(host(player, 'state', `t=${date}`))]).toEqual([date, id]);
      expect([date, shown(host(player, 'seek', `${date}T12:00`))]).toEqual([date, id]);
    }
  });

  it('shows nothing that has not begun, whatever the story', () => {
    fc.assert(
      fc.property(anyLines, fc.array(anyDay, { minLength: 5, maxLength: 20 }), (lines, days) => {
        const player = tell(unit, ...lines);
        const begun = (day: string) =>
          inOrder(player.story)
            .filter((each) => each.day <= day)
            .map(({ event }) => event);
        for (const day of days) {
          open(player, `t=${day}`);
          const { now, meanwhile } = player.scene;
          expect([day, shown(player)]).toEqual([day, lastBy(player.story, day)]);
          expect(player.scene.begun).toBe(begun(day).length);
          for (const event of [...now, ...meanwhile]) expect(begun(day)).toContain(event);
          expect(shown(host(player, 'seek', day))).toBe(lastBy(player.story, day));
        }
      }),
      settings,
    );
  });

  it('is kept by the address, which opens at the same moment again', () => {
    fc.assert(
      fc.property(anyLines, fc.array(anyDay, { minLength: 5, maxLength: 20 }), (lines, days) => {
        const player = tell(unit, ...lines);
        const last = player.chronology.calendar.dayAt(player.duration);
        for (const day of days.filter((each) => Date.parse(each) <= last)) {
          open(player, `t=${day}`);
          const told = [describePlayhead(player, ENGLISH), player.currentTime];
          expect(addressOf(player)).toBe(`t=${day}`);
          open(player, addressOf(player));
          expect([describePlayhead(player, ENGLISH), player.currentTime]).toEqual(told);
          expect(host(player, 'state', stateOf(pageOf(player)).state).currentTime).toBe(told[1]);
        }
      }),
      settings,
    );
  });

  it('is found again from every event, by the address and by the date that a host is told', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const player = tell(unit, ...lines);
        for (const { id } of player.story.events) {
          player.seekEvent(id);
          const told = describePlayhead(player, ENGLISH);
          const { date } = stateOf(pageOf(player));
          open(player, addressOf(player));
          expect([id, shown(player), describePlayhead(player, ENGLISH)]).toEqual([id, id, told]);
          // Of events that begin on one day, one may be known to its month only.
          const there = stateOf(pageOf(host(player, 'seek', date))).date;
          expect([there.startsWith(date), date.startsWith(there)]).toContain(true);
        }
      }),
      settings,
    );
  });

  it('says the date of an event as finely as the event has it', () => {
    const player = tell(
      unit,
      ['month', '2018-03'],
      ['minute', '2018-04-27T17:58'],
      ['span', '2018-05-07/2018-05-08'],
      ['about', '2018-06-12~'],
      ['year', '2019'],
    );
    const lines = player.story.events.slice(1).map(({ id }) => {
      player.seekEvent(id);
      return dateLineOf(player);
    });
    expect(lines).toEqual([
      ...['March 2018', '27 April 2018', '7 May 2018', '12 June 2018', '2019'],
    ]);
    const dates = player.story.events.slice(1).map(({ id }) => {
      player.seekEvent(id);
      return stateOf(pageOf(player)).date;
    });
    expect(dates).toEqual([...['2018-03', '2018-04-27', '2018-05-07', '2018-06-12', '2019']]);
  });

  it('says of a decade that it is one', () => {
    // So long a story is told by months at least.
    const player = new Player(datedStory(['early', EARLY[unit]], ['decade', '202X']));
    player.seekEvent('decade');
    expect([dateLineOf(player), stateOf(pageOf(player)).date]).toEqual(['2020s', '202X']);
  });

  it('begins and ends a part of the story on that very day', () => {
    const player = tell(unit, ...JUNE);
    const part = clipOf(player.chronology, '2018-06-12', '2018-06-19');
    player.seek(part.start);
    expect(shown(player)).toBe('summit');
    player.seek(part.end);
    expect([shown(player), addressOf(player)]).toEqual(['follow', 't=2018-06-19']);
    player.seek(clipOf(player.chronology, '2018-06-13', '').start);
    expect(shown(player)).toBe('summit');
    player.seek(clipOf(player.chronology, '', '2018-06-29').end);
    expect(shown(player)).toBe('follow');
    // An end before the story is passed over, also within the first step.
    const whole = clipOf(player.chronology, '', '');
    const before = { day: '2017-12-31', month: '1953-07-01', year: '1801-01-01' }[unit];
    expect(clipOf(player.chronology, '', before)).toEqual(whole);
  });

  it('ends a part of the story with the last event begun by the day, and starts with the day', () => {
    fc.assert(
      fc.property(anyLines, anyDay, anyDay, (lines, a, b) => {
        const player = tell(unit, ...lines);
        const [start, end] = a < b ? [a, b] : [b, a];
        const part = clipOf(player.chronology, start, end);
        player.seek(part.end);
        expect(shown(player)).toBe(lastBy(player.story, end));
        if (part.start === 0) return;
        player.seek(part.start);
        const first = inOrder(player.story).find((each) => each.day === start);
        expect(shown(player)).toBe(first?.event.id ?? lastBy(player.story, start));
      }),
      settings,
    );
  });

  it('is before the story its beginning, and after it its end', () => {
    const player = tell(unit, ...JUNE);
    for (const day of ['1066-10-14', '1801-01-01']) {
      expect(open(player, `t=${day}`).currentTime).toBe(0);
      expect([shown(player), addressOf(player)]).toEqual(['early', '']);
    }
    for (const date of ['2018-06-30', '2018-07-01', '2525-01-01', '2525', '2525-01-01T12:00']) {
      player.seek(0);
      expect([host(player, 'seek', date).ended, shown(player)]).toEqual([true, 'last']);
    }
  });

  it('holds what is open at its beginning from the start', () => {
    const player = tell(unit, ['open', '../2018-06-20'], ...JUNE);
    expect(player.scene.now.map(({ id }) => id)).toContain('open');
    expect(shown(open(player, 't=2018-06-12'))).toBe('summit');
    expect(player.scene.now.map(({ id }) => id)).toContain('open');
    player.seekEvent('open');
    expect(dateLineOf(player)).toBe(
      { day: '1 January 2018', month: 'July 1953', year: '1801' }[unit],
    );
    const told = describePlayhead(player, ENGLISH);
    expect(describePlayhead(open(player, addressOf(player)), ENGLISH)).toBe(told);
  });

  it('tells a promise as it stood on that day', () => {
    const history = [{ when: '2018-06-20', state: 'done' }];
    const commitment = { id: 'c', text: 'c', by: ['north'], binds: 'seoul', history };
    const more = { kind: 'agreement', commitments: [commitment] };
    const player = tell(unit, ['pact', '2018-06-12', 'seoul', more], ['last', '2018-06-30']);
    const [promise] = player.story.events[1]?.commitments ?? [];
    if (!promise) throw new Error('The pact promises nothing.');
    const states = ['12', '19', '20', '30'].map((day) => {
      open(player, `t=2018-06-${day}`);
      return player.scene.commitmentStatuses.at(promise, player.currentTime)?.state;
    });
    expect(states).toEqual(['promised', 'promised', 'done', 'done']);
  });
});

describe.each(UNITS)('a time of day, where the slider counts by the %s', (unit) => {
  const CLOCKS: readonly Dated[] = [
    ['dawn', '2018-06-12T05:00'],
    ['noon', '2018-06-12T12:00'],
    ['night', '2018-06-12T23:00'],
    ['after', '2018-06-14'],
  ];

  it.each([
    ['2018-06-12T04:59', 'early'],
    ['2018-06-12T05:00', 'dawn'],
    ['2018-06-12T11:59', 'dawn'],
    ['2018-06-12T12:00', 'noon'],
    ['2018-06-12T03:00Z', 'noon'],
    ['2018-06-12T02:59Z', 'dawn'],
    ['2018-06-12T23:00+09:00', 'night'],
    ['2018-06-13T12:00', 'night'],
    ['2018-06-14T00:00', 'after'],
  ])('%s shows the last event begun by then, and no later one: %s', (time, id) => {
    const player = tell(unit, ...CLOCKS);
    expect(shown(host(player, 'seek', time))).toBe(id);
    player.seek(clipOf(player.chronology, '', time).end);
    expect(shown(player)).toBe(id);
    player.seek(clipOf(player.chronology, time, '').start);
    expect(shown(player)).toBe(id);
  });

  it('never shows what has not begun, though clocks of two places disagree on the order', () => {
    const player = tell(
      unit,
      ['seoul', '2018-06-12T10:00'],
      ['york', '2018-06-12T09:00', 'new-york'],
    );
    // By the clocks of each place only New York's has begun at 09:30. It is told after Seoul's, by instants.
    expect(shown(host(player, 'seek', '2018-06-12T09:30'))).toBe('early');
    expect(shown(host(player, 'seek', '2018-06-12T10:00'))).toBe('york');
    expect(shown(host(player, 'seek', '2018-06-12T02:00Z'))).toBe('seoul');
  });
});

describe('where the slider counts months', () => {
  it('says each event’s own day, and the month where the slider rests on an empty one', () => {
    const player = tell('month', ...JUNE, ['autumn', '2018-09-19']);
    const lines = ['2018-06-12', '2018-06-15', '2018-06-19', '2018-06-30', '2018-07-10'].map(
      (day) => dateLineOf(open(player, `t=${day}`)),
    );
    expect(lines).toEqual([
      ...['12 June 2018', '12 June 2018', '19 June 2018', '30 June 2018', 'July 2018'],
    ]);
    expect(describePlayhead(open(player, 't=2018-06-12'), ENGLISH)).toBe(
      '12 June 2018. seoul: summit. Event 2 of 5',
    );
    expect(describePlayhead(open(player, 't=2018-07-10'), ENGLISH)).toBe(
      'July 2018. After event 4 of 5',
    );
  });

  it('names the day, not the month, before the first event of a month', () => {
    const player = open(tell('month', ...JUNE), 't=2018-06-05');
    expect(dateLineOf(player)).toBe('5 June 2018');
    expect(nowOf(player)).toContain(ENGLISH.nothingNow.day);
  });

  it('rests on the last event of a month that the slider is moved to, and tells its date', () => {
    const player = tell('month', ...JUNE, ['autumn', '2018-09-19']);
    player.seekStep(player.chronology.calendar.indexAt(Date.parse('2018-06-01')));
    expect([shown(player), dateLineOf(player), addressOf(player)]).toEqual([
      ...['last', '30 June 2018', 't=2018-06-30'],
    ]);
    player.seekStep(player.chronology.calendar.indexAt(Date.parse('2018-08-01')));
    expect([dateLineOf(player), addressOf(player)]).toEqual(['August 2018', 't=2018-08-01']);
  });

  it('goes back and forth event by event from a day between two of them', () => {
    for (const unit of ['month', 'year'] as const) {
      const player = tell(unit, ...JUNE, ['end', '2020-02-27']);
      // The date line says 12 June already: going to the beginning of that event would change nothing to see.
      open(player, 't=2018-06-13').previous();
      expect([unit, shown(player)]).toEqual([unit, 'early']);
      open(player, 't=2018-06-13').next();
      expect([unit, shown(player), dateLineOf(player)]).toEqual([unit, 'follow', '19 June 2018']);
      open(player, 't=2019-12-31').previous();
      expect([unit, shown(player), dateLineOf(player)]).toEqual([unit, 'last', '30 June 2018']);
    }
  });

  it('ignores a position that is no number, as a script of no types may give', () => {
    const player = open(tell('month', ...JUNE), 't=2018-06-12');
    for (const none of [NaN, '2018-06-19', undefined, {}]) player.seek(none as number);
    expect(shown(player)).toBe('summit');
  });

  it('tells while it plays the day on which the last event began', () => {
    const player = tell('month', ...JUNE);
    player.seekEvent('summit');
    player.play();
    expect(describePlayhead(player, ENGLISH)).toBe('12 June 2018. seoul: summit. Event 2 of 4');
  });

  it('plays every event in its turn', () => {
    const player = tell('month', ...JUNE);
    const heard = new Set<string | undefined>();
    player.play();
    for (let frame = 0; frame < 2000 && !player.paused; frame++) {
      heard.add(shown(player));
      player.tick(16);
    }
    expect([...heard]).toEqual(['early', 'summit', 'follow', 'last']);
    expect(player.ended).toBe(true);
  });
});

describe('a month or a year in an address', () => {
  it.each([
    ['day', '2018-06', 'early', 't=2018-06-01'],
    ['day', '2019', 'autumn', 't=2019-01-01'],
    ['month', '2018-06', 'last', 't=2018-06-30'],
    ['month', '2019', 'autumn', 't=2019-01-01'],
    ['year', '2018', 'autumn', 't=2018-09-19'],
    ['year', '2018-07', 'last', 't=2018-07-01'],
  ] as const)(
    'is its first step, as the slider rests on it; where steps are longer, its first day: by the %s, %s',
    (unit, date, id, address) => {
      const player = tell(unit, ...JUNE, ['autumn', '2018-09-19'], ['end', '2019-02-27']);
      open(player, `t=${date}`);
      expect([shown(player), addressOf(player)]).toEqual([id, address]);
      host(player, 'seek', date);
      expect([shown(player), addressOf(player)]).toEqual([id, address]);
    },
  );
});

describe('a step without an event', () => {
  const EMPTY = { day: '2018-07-10', month: '2018-07-10', year: '2019-07-10' };

  it.each([ENGLISH, KOREAN, CHINESE, ARABIC].map((words) => [words.language, words] as const))(
    'is called in %s what it is: a day, a month, a year',
    (_language, words) => {
      const said = UNITS.map((unit) => {
        const player = tell(unit, ...JUNE, ['end', '2020-02-27']);
        return nowOf(open(player, `t=${EMPTY[unit]}`), words);
      });
      for (const [index, unit] of UNITS.entries()) {
        expect(said[index]).toContain(words.nothingNow[unit]);
      }
      expect(new Set(Object.values(words.nothingNow)).size).toBe(4);
    },
  );

  it('says so in English', () => {
    const player = open(tell('month', ...JUNE, ['end', '2020-02-27']), 't=2018-07-10');
    expect(nowOf(player)).toContain('Nothing is recorded for this month.');
  });
});
