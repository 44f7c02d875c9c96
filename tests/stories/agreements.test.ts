import { expect, test } from 'vitest';
import { firstDate, instantOf, isBefore, lastDate, startOf } from './clock.ts';
import { commitments, eventOf, everyLanguage, features, thaw, zoneOf } from './thaw.ts';

const STATES = ['promised', 'begun', 'done', 'stalled', 'broken'];
const agreements = thaw.events.filter(({ commitments: list }) => (list ?? []).length >= 2);
const stateOf = (id: string): string | undefined =>
  commitments.find((commitment) => commitment.id === id)?.history.at(-1)?.state;

test('at least four agreements have two or more commitments', () => {
  const ids = agreements.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(4);
  expect(ids).toEqual(
    expect.arrayContaining(['panmunjom-1', 'singapore-statement', 'pyongyang-declaration', 'cma']),
  );
});

test('only agreements have commitments', () => {
  const others = thaw.events.filter(
    ({ kind, commitments: list }) => list !== undefined && kind !== 'agreement',
  );
  expect(others).toEqual([]);
});

test('every commitment has a history, a known party and a known place', () => {
  const parties = new Set(thaw.parties.map(({ id }) => id));
  for (const { by, binds, history } of commitments) {
    expect(history).not.toEqual([]);
    expect(by.filter((party) => !parties.has(party))).toEqual([]);
    expect(features.has(binds)).toBe(true);
  }
});

test('no two commitments share a name', () => {
  expect(new Set(commitments.map(({ id }) => id)).size).toBe(commitments.length);
});

test.each(agreements)('what became of $id is told in order, and after its signing', (agreement) => {
  for (const { history } of agreement.commitments ?? []) {
    let last = startOf(agreement);
    for (const { when, state } of history) {
      const next = instantOf(firstDate(when), zoneOf(agreement));
      expect(STATES).toContain(state);
      expect(isBefore(last, next)).toBe(true);
      last = next;
    }
    expect(firstDate(history.at(-1)?.when ?? '') <= '2019-02-28').toBe(true);
  }
});

test('an event that changes a commitment takes place on the day of the change', () => {
  for (const { when, event } of commitments.flatMap(({ history }) => history)) {
    if (event === undefined) continue;
    const span = eventOf(event).when;
    expect(when >= firstDate(span).slice(0, 10)).toBe(true);
    expect(when <= lastDate(span).slice(0, 10)).toBe(true);
  }
});

test.each([
  ['guard-posts', 'done'],
  ['drills', 'done'],
  ['jsa-guns', 'done'],
  ['liaison-office', 'done'],
  ['reconnect-railways', 'stalled'],
  ['kaesong-complex', 'stalled'],
  ['kumgang-tours', 'stalled'],
  ['kim-in-seoul', 'stalled'],
  ['denuclearisation', 'stalled'],
  ['family-reunions', 'done'],
  ['sea-buffer', 'done'],
  ['estuary-together', 'begun'],
  ['security-guarantees', 'stalled'],
  ['test-stand', 'promised'],
  ['new-relations', 'stalled'],
  ['remains', 'begun'],
  ['olympics-2032', 'begun'],
])('at the end of the story %s is %s', (id, state) => {
  expect(stateOf(id)).toBe(state);
});

/** What was promised and done once: nothing can become of it later. */
const OVER = ['visit-pyongyang'];

test.each([
  ['en', /\(Later: [^()]+\.\)$/],
  ['ko', /\(이후: [^()]+\.\)$/],
  ['zh-Hans', /（后来：[^（）]+。）$/],
])(
  'in %s a bracket of one form says what became of each promise after the story',
  (language, form) => {
    interface Pledge {
      readonly id: string;
      readonly text: Readonly<Record<string, string>>;
    }
    const { events } = everyLanguage as { readonly events: readonly { commitments?: Pledge[] }[] };
    const promises = events.flatMap((event) => event.commitments ?? []);
    const silent = promises.filter(({ text }) => !form.test(text[language] ?? ''));
    expect(silent.map(({ id }) => id)).toEqual(OVER);
  },
);
