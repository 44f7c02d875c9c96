import { expect, test } from 'vitest';
import { DISPUTED } from './articles.ts';
import { eventOf, thaw } from './thaw.ts';

test.each(DISPUTED)('%s says where %s differs from the record', (id, source) => {
  const differing = (eventOf(id).claims ?? []).filter(
    (claim) => claim.source === source && claim.differs,
  );
  expect(differing).not.toEqual([]);
});

test('the Pyongyang Declaration corrects the article on trade, on the railway and on opening', () => {
  const corrected = (eventOf('pyongyang-declaration').claims ?? []).filter(
    ({ source, differs }) => source.startsWith('independent') && differs,
  );
  expect(corrected).toHaveLength(3);
});

test('the military agreement corrects the article on drills and on troops', () => {
  const corrected = (eventOf('cma').claims ?? []).filter(
    ({ source, differs }) => source.startsWith('independent') && differs,
  );
  expect(corrected).toHaveLength(2);
});

test('no claim differs where the record knows of no difference', () => {
  const disputed = new Set(DISPUTED.map(([event, source]) => `${event} ${source}`));
  const differing = thaw.events.flatMap(({ id, claims }) =>
    (claims ?? []).filter(({ differs }) => differs).map(({ source }) => `${id} ${source}`),
  );
  expect(differing.filter((claim) => !disputed.has(claim))).toEqual([]);
});
