import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Player } from '../../src/player/player.svelte.ts';
import { formatAddress, readAddress } from '../../src/ui/address.ts';
import { dayOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';

function opened(query: string): Player {
  const player = new Player(THAW);
  readAddress(player, new URLSearchParams(query));
  return player;
}
const written = (player: Player, query = '') => formatAddress(player, player, query);
const stateOf = ({ currentTime, selected }: Player) => ({ currentTime, selected });

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
    't=&event=&place=',
    'ref=newsletter',
  ])('with %s opens at the beginning, in silence', (query) => {
    expect(stateOf(opened(query))).toEqual({ currentTime: 0, selected: null });
  });

  it('is held within the story', () => {
    expect(opened('t=1950-06-25').currentTime).toBe(0);
    expect(opened('t=2050-01-01').ended).toBe(true);
  });

  it('never throws and never leaves the story, whatever is in it', () => {
    const query = fc.dictionary(fc.constantFrom('t', 'event', 'place', 'x'), fc.string());
    fc.assert(
      fc.property(query, (parameters) => {
        const player = opened(new URLSearchParams(parameters).toString());
        expect(player.currentTime).toBeGreaterThanOrEqual(0);
        expect(player.currentTime).toBeLessThanOrEqual(player.duration);
      }),
      { seed: 1953, numRuns: 100 },
    );
  });
});

describe('the address of what is shown', () => {
  it('is empty at the beginning', () => {
    expect(written(new Player(THAW))).toBe('');
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

  it('keeps the parameters of others, and replaces its own', () => {
    const player = opened('t=2018-06-12');
    expect(written(player, 'ref=newsletter&t=2017-01-01&place=rome&theme=dark')).toBe(
      'ref=newsletter&theme=dark&t=2018-06-12',
    );
  });

  it('leads back to what was shown: wherever the slider rests, and to every event', () => {
    const anywhere = fc.oneof(
      fc.integer({ min: 0, max: THAW_TOLD.calendar.length - 1 }).map((step) => (player: Player) => {
        player.seekStep(step);
      }),
      fc.constantFrom(...THAW.events).map(({ id }) => (player: Player) => {
        player.seekEvent(id);
      }),
    );
    const place = fc.option(
      fc.constantFrom(...THAW.places.filter((each) => each.mark === each).map(({ id }) => id)),
    );
    fc.assert(
      fc.property(anywhere, place, (go, id) => {
        const player = new Player(THAW);
        go(player);
        player.select(id);
        expect(stateOf(opened(written(player)))).toEqual(stateOf(player));
      }),
      { seed: 1953, numRuns: 150 },
    );
  });
});
