import type { Page } from '@playwright/test';
import { expect, SMALL, test, untilDrawn, untilReady } from '../kit/page.ts';
import { FILE, saidBy, sliderOf } from '../kit/story.ts';

/*
 * Extensions, proxies and optimisers change a page before its script takes it over. Svelte then makes anew what is not as
 * it was written, and warns.
 */
test.use({ viewport: SMALL, allowed: [/hydrat/i] });

/** Holds the page's script back until the page has been changed. */
async function openChanged(page: Page, change: () => void): Promise<void> {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\/page-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.route(/maplibre/, () => undefined);
  await page.goto('/index.html', { waitUntil: 'commit' });
  await expect(page.locator('footer')).toBeVisible();
  await untilDrawn(page);
  await page.evaluate(change);
  release();
  await untilReady(page);
}

const CHANGES: Readonly<Record<string, () => void>> = {
  'elements within it': () => {
    const all = [...document.querySelectorAll('#parley *')];
    for (const element of all.filter((_, index) => index % 40 === 0)) {
      element.prepend(document.createElement('div'));
    }
  },
  'an element at its beginning and its end': () => {
    const place = document.querySelector('#parley');
    place?.prepend(document.createElement('aside'));
    place?.append(document.createElement('aside'));
  },
  'white space': () => {
    const all = [...document.querySelectorAll('#parley *')];
    for (const element of all.filter((_, index) => index % 25 === 0)) element.prepend('\n  ');
  },
  'attributes and classes': () => {
    for (const element of document.querySelectorAll('#parley *')) {
      element.setAttribute('data-injected', '');
      element.classList.add('injected');
    }
  },
  comments: () => {
    for (const element of document.querySelectorAll('#parley section')) {
      element.prepend(document.createComment('injected'));
    }
  },
  'its own comments taken away, as by an optimiser of HTML': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    const comments: Comment[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode as Comment);
    for (const comment of comments) comment.remove();
  },
  'a part taken away': () => document.querySelector('.side')?.remove(),
};

for (const [what, change] of Object.entries(CHANGES)) {
  test(`A page that has been changed before its script comes answers all the same, once: ${what}`, async ({
    page,
  }) => {
    await openChanged(page, change);
    await expect(page.locator('#parley article.parley')).toHaveCount(1);
    await expect(page.locator('li[id^="event-"]')).toHaveCount(FILE.events.length);
    await expect(page.locator('[role="status"]')).toHaveCount(1);
    expect(await saidBy(page)).toMatch(/^19 September 2017/);
    await sliderOf(page).focus();
    await page.keyboard.press('.');
    expect(await saidBy(page)).toMatch(/Event 2 of 71$/);
    await page.keyboard.press(',');
    await page.keyboard.press(',');
    expect(await saidBy(page)).toMatch(/^19 September 2017/);
  });
}
