import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Player, RATES } from '../../../src/player/player.svelte.ts';
import { applyAddress, formatAddress } from '../../../src/ui/url/address.ts';
import { clipOf } from '../../../src/ui/url/clip.ts';
import { opensElsewhere } from '../../../src/ui/url/display-settings.ts';
import { readParameters } from '../../../src/ui/url/parameters.ts';
import { describePlayhead } from '../../../src/ui/panel/announcements.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { dayOf, THAW, THAW_TOLD } from '../../fixtures/shipped.ts';

function opened(query: string): Player {
  const player = new Player(THAW);
  applyAddress(player, readParameters(query, false));
  return player;
}

/** Another reader, who opens one address after the other: a player is slow to make. */
const reader = new Player(THAW);
function reopened(query: string): Player {
  reader.seek(0);
  reader.select(null);
  reader.selectPerson(null);
  reader.playbackRate = 1;
  applyAddress(reader, readParameters(query, false));
  return reader;
}
const written = (player: Player, query = '') => formatAddress(player, player, query);
const stateOf = ({ currentTime, selected, selectedPerson, playbackRate }: Player) => ({
  ...{ currentTime, selected, selectedPerson, playbackRate },
});

describe('an address', () => {
  it('opens at a day, on the last event that begins on it', () => {
    const { scene } = opened('t=2018-06-12');
    expect(scene.step).toBe(dayOf(THAW_TOLD, '2018-06-12'));
    expect(scene.latest?.event.id).toBe('singapore-statement');
  });

  it('opens at an event, which is more exact than its day', () => {
    expect(opened('t=2018-01-01&event=singapore').scene.latest?.event.id).toBe('singapore');
  });

  it('opens with a place chosen: a place within another by the mark that stands for it', () => {
    expect(opened('place=beijing').selected).toBe('beijing');
    expect(opened('place=capella').selected).toBe('singapore');
  });

  it('opens with a person chosen, who counts where it names a place too', () => {
    const choices = ({ selected, selectedPerson }: Player) => [selected, selectedPerson];
    expect(choices(opened('person=kim-jong-un'))).toEqual([null, 'kim-jong-un']);
    expect(choices(opened('person=kim-jong-un&place=dmz'))).toEqual([null, 'kim-jong-un']);
    expect(choices(opened('person=nobody&place=dmz')), 'unknown').toEqual(['dmz', null]);
    expect(choices(opened('person=dmz')), 'the id of a place').toEqual([null, null]);
    expect(choices(opened('place=kim-jong-un')), 'the id of a person').toEqual([null, null]);
  });

  it('opens at a speed, which plays nothing by itself', () => {
    const player = opened('speed=1.5');
    expect([player.playbackRate, player.paused]).toEqual([1.5, true]);
    expect(opened('speed=1000').playbackRate).toBe(16);
  });

  it('opens at the first day of a month or a year', () => {
    expect(opened('t=2018-06').scene.step).toBe(dayOf(THAW_TOLD, '2018-06-01'));
    expect(opened('t=2019').scene.step).toBe(dayOf(THAW_TOLD, '2019-01-01'));
  });

  it.each([
    't=banana',
    't=2018-02-30',
    't=2018-13',
    't=2018-6-1',
    't=12+June+2018',
    't=%3Cscript%3E',
    't=NaN',
    'event=nope',
    'event=__proto__',
    'place=atlantis',
    'place=',
    'person=nobody',
    'person=',
    'person=Kim-Jong-Un',
    'person=constructor',
    't=&event=&place=&speed=',
    'speed=0',
    'speed=-1',
    'speed=fast',
    'speed=Infinity',
    'ref=newsletter',
  ])('with %s opens at the beginning, in silence', (query) => {
    expect(stateOf(opened(query))).toEqual({
      ...{ currentTime: 0, selected: null, selectedPerson: null, playbackRate: 1 },
    });
  });

  it('is held within the story', () => {
    expect(opened('t=1950-06-25').currentTime).toBe(0);
    expect(opened('t=2050-01-01').ended).toBe(true);
  });

  it('never throws and never leaves the story, whatever is in it', () => {
    const query = fc.dictionary(fc.constantFrom('t', 'event', 'place', 'person', 'x'), fc.string());
    fc.assert(
      fc.property(query, (parameters) => {
        const player = reopened(new URLSearchParams(parameters).toString());
        expect(player.currentTime).toBeGreaterThanOrEqual(0);
        expect(player.currentTime).toBeLessThanOrEqual(player.duration);
      }),
      { seed: 1953, numRuns: 100 },
    );
  });
});

describe('an address that opens elsewhere than the story', () => {
  it.each([
    ...['', 't=', 'event=&place=', 'speed=2', 'theme=dark&lang=ko', 'format=event', 'end=2018-06'],
    ...[
      't=2018-06-12',
      'event=hanoi',
      'place=beijing',
      'person=kim-jong-un',
      'theme=dark&t=2018',
      'start=2018-03',
    ],
    ...THAW.events.slice(1).map(({ id }) => `event=${id}`),
  ])('says so before any script knows the story: %s', (query) => {
    const { currentTime, selected, selectedPerson } = opened(query);
    const { start } = clipOf(THAW_TOLD, new URLSearchParams(query).get('start') ?? '', '');
    const elsewhere = Math.max(currentTime, start) > 0 || (selected ?? selectedPerson) !== null;
    expect(opensElsewhere(`?${query}`)).toBe(elsewhere);
  });
});

describe('the address of what is shown', () => {
  it('is empty at the beginning', () => {
    expect(written(new Player(THAW))).toBe('');
  });

  it('is a day and a person, and names no place that a person has taken the place of', () => {
    expect(written(opened('t=2018-06-12&person=donald-trump'))).toBe(
      't=2018-06-12&person=donald-trump',
    );
    const player = opened('place=dmz&person=kim-jong-un');
    expect(written(player, 'place=dmz&lang=ko')).toBe('lang=ko&person=kim-jong-un');
    player.select('dmz');
    expect(written(player, 'person=kim-jong-un')).toBe('place=dmz');
  });

  it('is a day and a place', () => {
    const player = opened('t=2018-06-12&place=dmz');
    expect(written(player)).toBe('t=2018-06-12&place=dmz');
  });

  it('is an event where another begins later on its day', () => {
    const player = new Player(THAW);
    player.seekEvent('singapore');
    expect(written(player)).toBe('event=singapore');
  });

  it('is the event that is shown, wherever playing was paused on a day of several', () => {
    const player = new Player(THAW);
    player.seekEvent('singapore');
    player.seek(player.currentTime + 0.01);
    expect(written(player)).toBe('event=singapore');
  });

  it('is a speed, where that is another than the usual one', () => {
    const player = opened('place=dmz&speed=2');
    expect(written(player)).toBe('place=dmz&speed=2');
    player.playbackRate = 1;
    expect(written(player, 'speed=4')).toBe('place=dmz');
  });

  it('keeps the parameters of others, and replaces its own', () => {
    const player = opened('t=2018-06-12');
    expect(written(player, 'ref=newsletter&t=2017-01-01&place=rome&theme=dark')).toBe(
      'ref=newsletter&theme=dark&t=2018-06-12',
    );
  });

  it('tells the moment also at the beginning where playing begins elsewhere', () => {
    const player = new Player(THAW);
    player.clip = { start: dayOf(THAW_TOLD, '2018-06-12'), end: player.duration };
    expect(new URLSearchParams(written(player)).has('t')).toBe(true);
    player.seek(player.clip.start);
    expect(written(player, 'start=2018-06-12&end=2018-09')).toBe(
      'start=2018-06-12&end=2018-09&event=singapore',
    );
  });

  it('EM-12: leads back to what was shown: wherever the slider rests, to every event, place and speed', () => {
    const player = new Player(THAW);
    const anywhere = fc.oneof(
      fc.integer({ min: 0, max: THAW_TOLD.calendar.length - 1 }).map((step) => () => {
        player.seekStep(step);
      }),
      fc.constantFrom(...THAW.events).map(({ id }) => () => {
        player.seekEvent(id);
      }),
    );
    fc.assert(
      fc.property(anywhere, place, speed, others, (go, id, rate, rest) => {
        go();
        player.select(id);
        player.playbackRate = rate;
        const address = written(player, new URLSearchParams(rest).toString());
        expect(stateOf(reopened(address))).toEqual(stateOf(player));
        const parameters = new URLSearchParams(address);
        for (const [name, value] of Object.entries(rest)) expect(parameters.get(name)).toBe(value);
      }),
      { seed: 1953, numRuns: 1000 },
    );
  });

  it('EM-12: wherever playing is paused, says the same to whoever opens it', () => {
    const player = new Player(THAW);
    const anywhere = fc.double({ min: 0, max: player.duration, noNaN: true });
    fc.assert(
      fc.property(anywhere, place, (time, id) => {
        player.seek(time);
        player.select(id);
        const there = reopened(written(player));
        expect(describePlayhead(there, ENGLISH)).toBe(describePlayhead(player, ENGLISH));
      }),
      { seed: 1953, numRuns: 1000 },
    );
  });
});

const place = fc.option(
  fc.constantFrom(...THAW.places.filter((each) => each.mark === each).map(({ id }) => id)),
);
const speed = fc.oneof(fc.constantFrom(...RATES), fc.double({ min: 0.0625, max: 16, noNaN: true }));

/** Parameters of the page itself and of other people, which an address carries along. */
const others = fc.dictionary(
  fc.constantFrom('lang', 'theme', 'motion', 'keyboard', 'ref', 'utm_source'),
  fc.string(),
);
