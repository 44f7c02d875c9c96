import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  createRpcMethods,
  seekAddressDate,
  Refusal,
  stateOf,
  type Page,
} from '../../../src/embed/guest/rpc-methods.ts';
import { Player } from '../../../src/player/player.svelte.ts';
import { applyAddress, formatAddress } from '../../../src/ui/url/address.ts';
import { readParameters } from '../../../src/ui/url/parameters.ts';
import { THAW } from '../../fixtures/shipped.ts';

let page: Page;
let themes: string[];
let calls: ReturnType<typeof createRpcMethods>;

beforeEach(() => {
  themes = [];
  page = {
    player: new Player(THAW),
    formatAddress,
    applyState: (player, search) => applyAddress(player, readParameters(search, true)),
    applyTheme: (theme) => themes.push(theme),
  };
  calls = createRpcMethods(page);
});

function call(name: string, to?: unknown) {
  calls.get(name)?.(to);
  return stateOf(page);
}

describe('P5: what a host may have done is a closed list', () => {
  test('of names in a Map, none of which loads, goes anywhere, or reads the page', () => {
    expect(calls).toBeInstanceOf(Map);
    expect([...calls.keys()].sort()).toEqual([
      'date',
      'event-id',
      'getState',
      'next',
      'pause',
      'person-id',
      'place-id',
      'play',
      'previous',
      'seek',
      'select',
      'selectPerson',
      'speed',
      'state',
      'theme',
    ]);
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(calls.get(name)).toBeUndefined();
    }
  });

  test('whatever is asked of it, it is done or refused, and the map stands somewhere in its story', () => {
    const name = fc.constantFrom(...calls.keys());
    fc.assert(
      fc.property(name, fc.anything(), (name, to) => {
        try {
          call(name, to);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        const { currentTime, duration, selected, selectedPerson } = page.player;
        expect(currentTime).toBeGreaterThanOrEqual(0);
        expect(currentTime).toBeLessThanOrEqual(duration);
        expect(THAW.places.map(({ mark }) => mark.id)).toContain(selected ?? 'singapore');
        expect(THAW.people.map(({ id }) => id)).toContain(selectedPerson ?? 'kim-jong-un');
        expect([selected, selectedPerson], 'one selection').toContain(null);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});

describe('Seeking by a date as an author writes it', () => {
  test.each([
    ['2018-06-12', '2018-06-12'],
    ['2018-06', '2018-06-01'],
    ['2018', '2018-01-01'],
    ['2018-06-12~', '2018-06-12'],
    ['2018-06-12/2018-06-20', '2018-06-12'],
    ['2018-06-12/..', '2018-06-12'],
    ['2018-06-12T09:04', '2018-06-12'],
    ['singapore', '2018-06-12'],
  ])('%s leads to %s', (to, date) => {
    expect(call('seek', to)).toMatchObject({ date, paused: true });
  });

  test.each(['1900-01-01', '../2018-06', '190X'])(
    '%s, before the story, is its beginning',
    (to) => {
      call('seek', '2018-06-12');
      call('seek', to);
      expect(page.player.currentTime).toBe(0);
    },
  );

  test('after the story it is its end', () => {
    expect(call('seek', '2525').ended).toBe(true);
  });

  test('a clock time leads to what had begun by then, on the clock of its place or as an instant', () => {
    const told = page.player.chronology.moments.filter(({ event }) => event.when.from);
    const moment = told.find(
      ({ event, start }) => event.when.from?.precision === 'minute' && start % 1 !== 0,
    );
    if (!moment) throw new Error('No second event of a day has a clock time.');
    const local = new Date(moment.event.when.localStart).toISOString().slice(0, 16);
    const instant = new Date(moment.event.when.start).toISOString().slice(0, 16);
    call('seek', local);
    expect(page.player.currentTime).toBe(moment.start);
    call('seek', `${instant}Z`);
    expect(page.player.currentTime).toBe(moment.start);
    call('seek', '2018-06-20T10:00Z');
    expect(stateOf(page).date).toBe('2018-06-20');
  });

  test.each(['2018-02-30', 'tomorrow', '', '12/06/2018', '2018-13', 'x'.repeat(2000), null, 7, {}])(
    '%s is no date: it is refused with its code, and the map stays where it was',
    (to) => {
      const before = call('seek', '2018-06-12');
      expect(() => call('seek', to)).toThrow(expect.objectContaining({ code: 'date' }));
      expect(stateOf(page)).toEqual(before);
    },
  );

  test('a frame’s address may tell its moment so too, and says why it could not', () => {
    expect(seekAddressDate(page, readParameters('t=2018-06-12~', true))).toBeNull();
    expect(stateOf(page).date).toBe('2018-06-12');
    expect(seekAddressDate(page, readParameters('t=soon', true))).toMatchObject({ code: 'date' });
    expect(seekAddressDate(page, readParameters('t=soon&event=hanoi', true))).toBeNull();
    expect(seekAddressDate(page, readParameters('', true))).toBeNull();
    expect(stateOf(page).date).toBe('2018-06-12');
  });
});

describe('The state of a map', () => {
  test('is one text that brings it back', () => {
    call('seek', '2018-06-12');
    call('select', 'singapore');
    const state = call('speed', 2);
    expect(state).toMatchObject({ date: '2018-06-12', place: 'singapore', playbackRate: 2 });
    expect(state.state).toContain('place=singapore');
    call('seek', '2019');
    call('select', null);
    call('speed', null);
    expect(call('state', state.state)).toEqual(state);
    expect(call('state', '')).toMatchObject({ state: '', place: null, playbackRate: 1 });
  });

  test('is that of the page as it opens where nothing is said: at the start of what it plays', () => {
    page.player.clip = { start: 100, end: 200 };
    call('state', '');
    expect(page.player.currentTime).toBe(100);
    const state = call('seek', '2017');
    expect(page.player.currentTime).toBe(0);
    call('seek', '2019');
    expect(call('state', state.state)).toEqual(state);
  });

  test('holds at any moment and any place', () => {
    const { moments } = page.player.chronology;
    const place = fc.constantFrom(null, ...THAW.places.map(({ id }) => id));
    fc.assert(
      fc.property(fc.constantFrom(...moments), place, (moment, place) => {
        call('seek', moment.event.id);
        const state = call('select', place);
        call('seek', '2017');
        expect(call('state', state.state)).toEqual(state);
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

test('Selecting a place twice is no letting go; a place that is none is refused', () => {
  call('select', 'singapore');
  expect(call('select', 'singapore').place).toBe('singapore');
  expect(() => call('select', 'atlantis')).toThrow(expect.objectContaining({ code: 'place' }));
  expect(stateOf(page).place).toBe('singapore');
  expect(call('place-id', null).place).toBeNull();
});

test('A person is selected as a place is, instead of one; who is none is refused', () => {
  call('select', 'singapore');
  const state = call('selectPerson', 'kim-jong-un');
  expect(state).toMatchObject({ place: null, person: 'kim-jong-un', state: 'person=kim-jong-un' });
  for (const wrong of ['singapore', 'nobody', '', 7, {}]) {
    expect(() => call('selectPerson', wrong)).toThrow(expect.objectContaining({ code: 'person' }));
    expect(stateOf(page)).toEqual(state);
  }
  expect(call('select', 'dmz')).toMatchObject({ place: 'dmz', person: null });
  expect(call('state', state.state)).toEqual(state);
  expect(call('state', '')).toMatchObject({ place: null, person: null });
});

test('Two attributes may change in either order: one that is taken away lets go of its own kind only', () => {
  call('place-id', 'dmz');
  call('person-id', 'kim-jong-un');
  expect(call('place-id', null)).toMatchObject({ place: null, person: 'kim-jong-un' });
  call('place-id', 'dmz');
  expect(call('person-id', null)).toMatchObject({ place: 'dmz', person: null });
});

test('An attribute that is taken away leaves the map where it is', () => {
  const before = call('seek', '2018-06-12');
  for (const name of ['date', 'event-id', 'state', 'theme'])
    expect(call(name, null)).toEqual(before);
});

test('A theme is light or dark, a speed a number above nought', () => {
  call('theme', 'dark');
  expect(themes).toEqual(['dark']);
  expect(() => call('theme', 'url(x)')).toThrow(expect.objectContaining({ code: 'theme' }));
  expect(call('speed', '2').playbackRate).toBe(2);
  for (const wrong of ['fast', -1, 0, NaN, {}]) {
    expect(() => call('speed', wrong)).toThrow(expect.objectContaining({ code: 'speed' }));
  }
});
