import type { Page } from '@playwright/test';
import { HtmlValidate, type Message } from 'html-validate';
import { globSync } from 'tinyglobby';
import { expect, test } from '../browser/kit/page.ts';
import { buttonOf, goToDay, goToEvent, openStill, placeOf } from '../browser/kit/story.ts';
import { DIST, textOf } from './dist.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  // Scripts and styles come from the page's own folder.
  rules: { 'require-sri': 'off' },
});

const told = ({ ruleId, line, column, message }: Message): string =>
  `${line}:${column} ${message} (${ruleId})`;

async function faultsIn(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(told));
}

test('Every built page is valid HTML', async () => {
  const files = globSync('**/*.html', { cwd: DIST, ignore: ['cli/**'] });
  expect(files).toEqual(
    expect.arrayContaining(['index.html', 'embed.html', 'examples/plain.html']),
  );
  const faults = files.map(async (file) => [file, await faultsIn(textOf(file))] as const);
  const found = (await Promise.all(faults)).filter(([, { length }]) => length > 0);
  expect(found).toEqual([]);
});

/** The whole document as it stands now, written as HTML. */
const documentOf = (page: Page): Promise<string> =>
  page.evaluate(() => `<!doctype html>\n${document.documentElement.outerHTML}`);

/** Valid to validators, but with a meaning that gets lost: a date in a button, a list of nothing. */
const OWN_RULES = 'button time, dl:not(:has(dt)), ul:not(:has(li)), ol:not(:has(li))';

test('What a reader has opened is valid HTML, without a date in a button and without an empty list', async ({
  page,
}) => {
  await openStill(page);
  const states: readonly [name: string, enter: () => Promise<unknown>][] = [
    ['the opening', () => Promise.resolve()],
    ['a day without an event', () => goToDay(page, '2018-08-15')],
    ['a summit', () => goToEvent(page, 'singapore-statement')],
    ['a place', () => placeOf(page, 'Singapore').click()],
    ['the key', () => buttonOf(page, 'Key to the map').click()],
    ['the help', () => page.keyboard.press('?')],
  ];
  for (const [name, enter] of states) {
    await enter();
    expect(await faultsIn(await documentOf(page)), name).toEqual([]);
    const own = await page.locator(OWN_RULES).evaluateAll((all) => all.map((one) => one.outerHTML));
    expect(own, name).toEqual([]);
  }
});
