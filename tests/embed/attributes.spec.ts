import type { Page } from '@playwright/test';
import { playFrame } from './kit/double.ts';
import { EMBED, expect, SCRIPT, test } from './kit/host.ts';

// Where a `div` becomes a map the page makes room only then.
test.use({ tolerated: ['shifts'] });

const ARTICLE = `<script async src="${EMBED}/parley-article.js"></script>`;

/** A `div` as it comes out of a sanitiser. */
const form = (attributes: string) => `<div class="parley-map" ${attributes}><p>The map</p></div>`;

/** All attributes of every map in the page, in order. */
const attributesIn = (page: Page) =>
  page
    .locator('parley-map')
    .evaluateAll((maps) =>
      maps.map((map) =>
        [...map.attributes].map(({ name, value }) => (value ? `${name}=${value}` : name)).sort(),
      ),
    );

test('A `div` hands on the attributes of the map and nothing that would be alive on the host’s page', async ({
  page,
  host,
}) => {
  await playFrame(page);
  const alive = [
    'data-onclick="hostRecord.heard.push(1)" data-ONPOINTERDOWN="hostRecord.heard.push(2)" data-onfocus="hostRecord.heard.push(3)"',
    'data-style="position:fixed;inset:0" data-autofocus data-tabindex="0" data-contenteditable data-popover data-draggable="true"',
    'data-is="x-y" data-slot="a" data-part="b" data-class="c" data-id="d" data-name="e" data-inert data-nonce="f" data-accesskey="g"',
    'data-srcdoc="<p>" data-srcset="x.png" data-href="javascript:0" data-width="1" data-role="alert" data-aria-hidden="true"',
    'data-data-onclick="1" x-data-onclick="1" on-data-click="1" data-on-data-click="1" data-x-src="1" data-src-="1"',
    'onclick="hostRecord.heard.push(4)" style="color:red" tabindex="0" date="2018-06-12" src="/elsewhere/" autoplay',
  ];
  await host.open(
    [
      ...alive.map((attributes) => form(`${attributes} data-src="${EMBED}/"`)),
      // Names that HTML knows how to write and a script does not.
      ...['data-', 'data-@click="1"', 'data-"="1"', 'data-<b="1"'].map(form),
      form(`data-src="${EMBED}/" data-loading="click" data-label="<b onclick=1>Open</b>"`),
    ].join('') +
      SCRIPT +
      ARTICLE,
  );
  const src = `src=${EMBED}/`;
  await expect
    .poll(() => attributesIn(page))
    .toEqual([
      ...alive.map(() => [src]),
      ...[[], [], [], []],
      ['label=<b onclick=1>Open</b>', 'loading=click', src],
    ]);
  await expect(page.getByRole('button', { name: '<b onclick=1>Open</b>' })).toBeVisible();
  await page
    .locator('parley-map')
    .evaluateAll((maps) => maps.forEach((map) => (map as HTMLElement).click()));
  // The `div`'s own handler is the page's: it was alive before.
  expect(await page.evaluate(() => window.hostRecord.heard)).toEqual([4]);
});

test('A `div` hands on every documented attribute, and of its own the title; a late one too', async ({
  page,
  host,
}) => {
  await playFrame(page);
  const said = {
    ...{ src: `${EMBED}/`, date: '2018-06-12', 'event-id': 'hanoi', 'place-id': 'dmz' },
    ...{ state: 't=2018', speed: '2', autoplay: '', loop: '0', theme: 'auto', lang: 'ko' },
    ...{ motion: 'reduce', keyboard: '0', loading: 'click', label: 'Open', height: '500' },
  };
  const data = Object.entries(said).map(([name, value]) => `data-${name}="${value}"`);
  const own = 'id="first" title="Where they met" lang="en" dir="rtl" hidden';
  await host.open(form(`${data.join(' ')} ${own}`) + SCRIPT + ARTICLE);
  const pairs = Object.entries(said).map(([name, value]) => (value ? `${name}=${value}` : name));
  // The others hold for what is in the `div` anyway.
  const all = [...pairs, 'title=Where they met'].sort();
  await expect.poll(() => attributesIn(page)).toEqual([all]);

  await page.evaluate(() => {
    const late = document.createElement('div');
    late.className = 'parley-map';
    late.dataset['date'] = '2018-02-09';
    late.dataset['onclick'] = 'hostRecord.heard.push(1)';
    document.body.append(late);
  });
  await expect.poll(() => attributesIn(page)).toEqual([all, ['date=2018-02-09']]);
  await expect(page.locator('div.parley-map parley-map')).toHaveCount(2);
});
