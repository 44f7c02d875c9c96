import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { buttonOf, goToDay, holdMapLibre, openStill, saidBy } from '../browser/kit/story.ts';
import { formatIframe, type Sharing } from '../../src/ui/share/embed-code.ts';
import { EMBED, expect, test } from './kit/host.ts';
import { OFTEN } from './kit/frames.ts';
import { PUBLISHED, SNIPPETS } from './kit/snippets.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^(Share|공유|مشاركة)$/ });
const lineOf = (page: Page, label: RegExp) => dialogOf(page).getByRole('textbox', { name: label });

/** No fault that axe finds in the dialog, once it is open. */
async function expectFaultless(page: Page, state: string): Promise<void> {
  await expect(dialogOf(page)).toBeVisible();
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .include('#share')
    .options({
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
  const { violations } = await axe.analyze();
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect.soft(faults, state).toEqual([]);
}

/** Nothing wider than the dialog, nor the dialog than the page. */
const fits = (page: Page) =>
  dialogOf(page).evaluate(
    (dialog) => dialog.scrollWidth <= dialog.clientWidth && dialog.clientWidth < innerWidth,
  );

test('EM-12: Share gives a link to this moment, and whoever opens it is told the same', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStill(page, 't=2018-06-12&place=singapore&ref=newsletter&speed=2');
  const said = await saidBy(page);
  expect(asked.filter((path) => path.includes('/share-'))).toEqual([]);
  expect(
    asked.filter((path) => path.includes('/embed-')),
    'RS-33: what only frames need',
  ).toEqual([]);

  await buttonOf(page, 'Key to the map').focus();
  await page.keyboard.press('ArrowRight');
  await expect(buttonOf(page, 'Share'), 'one stop of the toolbar').toBeFocused();
  await page.keyboard.press('Enter');
  const link = lineOf(page, /^Link/);
  await expect(link).toBeFocused();
  const moment = 't=2018-06-12&place=singapore&speed=2';
  await expect(link).toHaveValue(`${baseURL}/?${moment}`);

  await test.step('axe knows no fault of the dialog, and it fits the page', async () => {
    await expectFaultless(page, 'at first');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize({ width: 320, height: 568 });
    await expectFaultless(page, 'in forced colours at 320 px');
    expect(await fits(page)).toBe(true);
    await page.emulateMedia({ forcedColors: null });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await dialogOf(page).getByRole('button', { name: 'Copy: Link' }).click();
  await expect(dialogOf(page).getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/?${moment}`);

  await dialogOf(page).getByRole('combobox', { name: 'Start' }).selectOption('At the beginning');
  await expect(link).toHaveValue(`${baseURL}/`);
  await dialogOf(page).getByRole('combobox', { name: 'Start' }).selectOption('12 June 2018');

  await test.step('the preview goes along, and the history does not grow', async () => {
    const entries = await page.evaluate(() => history.length);
    await dialogOf(page).getByText('Preview').click();
    const preview = dialogOf(page).locator('iframe');
    await expect(preview).toHaveAttribute('src', `./embed.html?${moment}`);
    await dialogOf(page).getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
    await expect(preview).toHaveAttribute('src', `./embed.html?${moment}&theme=dark`);
    await expect(
      preview,
      'nobody comes into it, so it opens no preview of its own',
    ).toHaveJSProperty('inert', true);
    await expect(preview.contentFrame().locator('[data-tool="share"]')).toBeAttached();
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });

  await dialogOf(page).getByRole('combobox', { name: 'Language' }).selectOption('한국어');
  await expect(link).toHaveValue(`${baseURL}/?${moment}&lang=ko`);
  await dialogOf(page).getByRole('spinbutton').fill('600');
  const query = `${moment.replaceAll('&', '&amp;')}&amp;lang=ko`;
  await expect(lineOf(page, /^Without a script/)).toHaveValue(
    new RegExp(`^<iframe src="${baseURL}/embed.html\\?${query}&amp;theme=dark" .*height="600"`),
  );
  await expect(lineOf(page, /^With a script/)).toHaveValue(
    /<parley-map [^>]* lang="ko" theme="dark" height="600">/,
  );
  await dialogOf(page).getByRole('spinbutton').fill('12');
  await expect(lineOf(page, /^Without a script/)).toHaveValue(/height="547"/);

  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(buttonOf(page, 'Share')).toBeFocused();
  await page.goto(`/index.html?${moment}`);
  await expect.poll(() => saidBy(page), OFTEN).toBe(said);
});

test('EM-12: The dialog gives a link in the reader’s language, and has no fault that axe knows from right to left', async ({
  page,
  baseURL,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await holdMapLibre(page);
  await page.goto('/index.html?lang=ar&t=2018-06-12');
  await page.getByRole('button', { name: 'مشاركة' }).click();
  await expectFaultless(page, 'from right to left, in the dark');
  await expect(lineOf(page, /^الرابط/)).toHaveValue(/\/\?t=2018-06-12&lang=ar$/);
  await page.goto('/index.html?lang=ko&t=2018-06-12');
  await page.getByRole('button', { name: '공유' }).click();
  await expect(lineOf(page, /^링크/)).toHaveValue(/\/\?t=2018-06-12&lang=ko$/);
  await expect(page.locator('[rel="canonical"]')).toHaveJSProperty('href', `${baseURL}/?lang=ko`);
});

test('EM-12, EM-30: In a frame, sandboxed and without a clipboard, Share gives the page and not the frame; the lines that were given out go on working', async ({
  page,
  host,
}) => {
  // All are in sight, and so come to life.
  await page.setViewportSize({ width: 640, height: 1800 });
  const lines = SNIPPETS.map(([, html]) => html.replaceAll(PUBLISHED, `${EMBED}/`));
  await host.open(
    `<iframe src="${EMBED}/embed.html?t=2018-06-12#parley=1234" title="Map" width="600" height="540" sandbox="allow-scripts"></iframe>
    ${lines.map((line) => `<div>${line}</div>`).join('')}`,
  );
  for (const [index, [name]] of SNIPPETS.entries()) {
    await test.step(`EM-30: The lines of ${name} go on working`, async () => {
      const line = page.locator('div').nth(index);
      await expect(line.locator('iframe')).toHaveAttribute('title', /^[^<>]{5,120}$/);
      const frame = line.locator('iframe').contentFrame();
      await expect(frame.getByRole('slider')).toHaveAttribute('aria-valuetext', /^12 June 2018\b/);
      await expect(
        frame.getByRole('button', { name: /^Singapore, /, pressed: true }),
      ).toBeAttached();
    });
  }

  await test.step('EM-12: Share gives the page and not the frame', async () => {
    const frame = host.frame();
    await frame.getByRole('button', { name: 'Share' }).click();
    const link = frame.getByRole('textbox', { name: /^Link/ });
    await expect(link).toHaveValue(`${EMBED}/?t=2018-06-12`);
    await frame.getByRole('button', { name: 'Copy: Link' }).click();
    await expect(frame.getByRole('status').filter({ hasText: /Copied\.|Ctrl\+C/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(frame.getByRole('dialog')).toHaveCount(0);
  });
});

test('EM-11: However fast the slider moves, the address is written three times a second at most', async ({
  page,
}) => {
  await page.clock.install({ time: '2026-01-01T00:00:00Z' });
  await openStill(page);
  await page.clock.pauseAt('2026-01-01T01:00:00Z');
  await page.evaluate(() => {
    const write = history.replaceState.bind(history);
    document.documentElement.dataset['writes'] = '';
    history.replaceState = (...entry) => {
      document.documentElement.dataset['writes'] += '|';
      write(...entry);
    };
  });
  for (let second = 0; second < 10; second++) {
    await page.evaluate((first) => {
      const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
      for (let step = first; slider && step < first + 30; step++) {
        slider.value = String(step);
        slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }, second * 30);
    await page.clock.runFor(100);
  }
  await goToDay(page, '2018-06-12');
  await page.clock.runFor(1000);
  const writes = await page.locator('html').getAttribute('data-writes');
  expect(writes).toMatch(/^\|{1,3}$/);
  expect(new URL(page.url()).search).toBe('?t=2018-06-12');
});

test('EM-03: Whatever a story is called, the line is one frame with that name, and a link', async ({
  page,
}) => {
  const sharing: Sharing = {
    ...{ page: PUBLISHED, asked: null, state: '', language: 'en', own: 'en' },
    ...{ title: '', theme: 'light', height: null },
  };
  const sign = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', "'", '<', '>', '&lt;'));
  const titles = fc
    .sample(fc.array(sign), { seed: 1953, numRuns: 500 })
    .map((signs) => signs.join('').replace(/\p{Cc}|\p{Cs}/gu, ''));
  const lines = titles.map((title) => formatIframe({ ...sharing, title }));
  const read = await page.evaluate(
    (all) =>
      all.map((line) => {
        const { childNodes, firstElementChild: frame } = new DOMParser().parseFromString(
          line,
          'text/html',
        ).body;
        const { textContent, innerHTML } = childNodes[1] as HTMLElement;
        return childNodes.length === 2 && frame instanceof HTMLIFrameElement
          ? [
              frame.title,
              frame.src,
              frame.attributes.length,
              textContent,
              innerHTML.split('<').length,
            ]
          : line;
      }),
    lines,
  );
  expect(read).toEqual(titles.map((title) => [title, `${PUBLISHED}embed.html`, 9, title, 3]));
});
