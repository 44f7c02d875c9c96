import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createScenes } from '../../src/scene/scenes.ts';
import { CommitmentStatuses } from '../../src/scene/commitment-status.ts';
import type { Commitment } from '../../src/story/story.ts';
import { dayOf, momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';
import { FILE, tell } from '../fixtures/two-meetings.ts';

const commitmentStatuses = new CommitmentStatuses(THAW, THAW_TOLD);
const signed = THAW.events.flatMap((event) =>
  event.commitments.map((commitment) => ({
    commitment,
    since: momentOf(THAW_TOLD, event.id).start,
  })),
);
const commitmentOf = (id: string): Commitment => {
  const found = signed.find(({ commitment }) => commitment.id === id);
  if (!found) throw new Error(`No commitment ${id}`);
  return found.commitment;
};

/** Reads a history from its first line on, as far as it has come to pass. */
function readUpTo(commitment: Commitment, since: number, time: number) {
  let state = null;
  for (const change of commitment.history) {
    const day = THAW_TOLD.calendar.indexAt(change.when.localStart);
    const own = change.event === null ? day : momentOf(THAW_TOLD, change.event).start;
    if (Math.max(own, since) > time) break;
    state = change;
  }
  return state;
}

describe('how a commitment stands', () => {
  it('is the last line of its history that has come to pass', () => {
    const time = fc.oneof(
      fc.double({ min: 0, max: THAW_TOLD.duration, noNaN: true }),
      fc.integer({ min: 0, max: THAW_TOLD.calendar.length - 1 }),
      fc.constantFrom(...THAW_TOLD.starts),
    );
    fc.assert(
      fc.property(time, fc.constantFrom(...signed), (at, { commitment, since }) => {
        expect(commitmentStatuses.at(commitment, at)).toBe(readUpTo(commitment, since, at));
      }),
      { seed: 1953, numRuns: 1000 },
    );
  });

  it('is nothing before the agreement is signed, and a promise as it is', () => {
    for (const { commitment, since } of signed) {
      expect(commitmentStatuses.at(commitment, since - 1e-6)).toBeNull();
      expect(commitmentStatuses.at(commitment, since)?.state).toBe('promised');
    }
  });

  // From the record of each: what was said to have happened on that very day.
  it.each([
    ['loudspeakers', '2018-04-30', 'promised'],
    ['loudspeakers', '2018-05-01', 'begun'],
    ['loudspeakers', '2018-05-04', 'done'],
    ['liaison-office', '2018-09-13', 'promised'],
    ['liaison-office', '2018-09-14', 'done'],
    ['remains', '2018-07-26', 'promised'],
    ['remains', '2018-07-27', 'begun'],
    ['no-fly-zone', '2018-10-31', 'promised'],
    ['no-fly-zone', '2018-11-01', 'done'],
    ['denuclearisation', '2019-01-01', 'stalled'],
  ])('%s: on %s it is %s', (id, day, state) => {
    const time = THAW_TOLD.restAt(dayOf(THAW_TOLD, day));
    expect(commitmentStatuses.at(commitmentOf(id), time)?.state).toBe(state);
  });

  it('does not change without a turn being counted', () => {
    const { turnAt } = createScenes(THAW, THAW_TOLD);
    const states = (time: number) =>
      signed.map(({ commitment }) => commitmentStatuses.at(commitment, time)?.state ?? '').join();
    const times = Array.from({ length: 4000 }, (_, i) => (i / 3999) * THAW_TOLD.duration);
    const unseen = times.filter((time, index) => {
      const before = times[index - 1] ?? time;
      const same = turnAt(time) === turnAt(before);
      return same && states(time) !== states(before);
    });
    expect(unseen).toEqual([]);
    expect(turnAt(THAW_TOLD.duration)).toBeGreaterThan(signed.length);
  });

  it('is nothing for a commitment that the story does not have', () => {
    expect(commitmentStatuses.at({ ...commitmentOf('remains') }, THAW_TOLD.duration)).toBeNull();
  });
});

test('a commitment of an agreement whose beginning is open stands from the start, in months too', () => {
  const [agreement] = FILE.events.filter(({ id }) => id === 'pact');
  const first = {
    ...FILE.events.find(({ id }) => id === 'invitation'),
    id: 'first',
    when: '2012-03',
  };
  const open = { ...agreement, when: '../2018-03-10', follows: [] };
  const events = [first, ...FILE.events.map((event) => (event.id === 'pact' ? open : event))];
  const { story, told } = tell({ ...FILE, events });
  expect(told.calendar.unit).toBe('month');
  const all = new CommitmentStatuses(story, told);
  const pact = story.events.find(({ id }) => id === 'pact');
  for (const commitment of pact?.commitments ?? []) {
    expect(all.at(commitment, told.duration)).toBe(commitment.history.at(-1));
  }
});
