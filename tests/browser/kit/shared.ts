import { expectQuiet, test } from './page.ts';
import type { Manner, Visit } from './visits.ts';

/**
 * Playwright’s test in a page that is open already, at the story’s beginning: for tests that read, or whose doings
 * a reader can take back. After each test the page must be again as it was. A test that needs a route, a script at
 * the start, another address or its own clock opens a page of its own (`page.ts`).
 */
export const shared = (manner: Manner) =>
  test.extend<{ visit: Visit }>({
    visit: async ({ visits }, use, info) => {
      const visit = await visits(manner);
      await use(visit);
      // After a failure Playwright starts another worker, and with it another page.
      if (info.status === info.expectedStatus) await visit.restore();
    },
    context: async ({ visit }, use) => use(visit.page.context()),
    page: async ({ visit }, use) => use(visit.page),
    quiet: async ({ visit, allowed }, use) => {
      const before = visit.faults.length;
      await use(undefined);
      expectQuiet(visit.faults.slice(before), allowed);
    },
  });
