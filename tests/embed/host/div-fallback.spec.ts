import type { Page } from '@playwright/test';
import { playFrame } from '../kit/double.ts';
import { OFTEN } from '../kit/frames.ts';
import { EMBED, expect, test } from '../kit/host.ts';

// The page makes room only when a map comes.
test.use({ tolerated: ['shifts'] });

const form = (attributes = '') =>
  `<div class="parley-map" data-src="${EMBED}/" data-date="2018-02-09" ${attributes}><p>The map</p> as text</div>`;

/** The page in the frame has come: what was shown in its place is not shown. */
const isReady = async (page: Page) => {
  await expect(page.locator('iframe')).toBeVisible();
  await expect(page.getByText('The map')).toBeHidden();
};

/** Keeps the nodes that a framework would keep. */
const own = (page: Page) =>
  page.evaluate(() => {
    const div = document.querySelector('div.parley-map');
    Object.assign(window.hostRecord, { div, content: [...(div?.childNodes ?? [])] });
  });

test.beforeEach(async ({ page, host }) => {
  await playFrame(page);
  await host.open(`<main lang="ko">${form('id="map" title="Where they met"')}</main>`);
  await own(page);
  await page.evaluate((embed) => {
    for (const name of ['parley-map', 'parley-article']) {
      const script = document.createElement('script');
      script.src = `${embed}/${name}.js`;
      document.head.append(script);
    }
  }, EMBED);
  await isReady(page);
});

test('The `div` and all in it stay the nodes that they were: whoever owns them changes and removes them as before', async ({
  page,
}) => {
  const kept = () =>
    page.evaluate(() => {
      const { div, content } = window.hostRecord as unknown as { div: Element; content: Node[] };
      const same = document.querySelector('div.parley-map') === div;
      return same && content.every((node, index) => node === div.childNodes[index]);
    });
  expect(await kept()).toBe(true);
  await expect(page.locator('div.parley-map iframe')).toHaveCount(1);
  await expect(page.locator('#map')).toHaveCount(1);

  await test.step('its content is changed, one node of it removed, all of it replaced', async () => {
    await page.evaluate(() => {
      const { div, content } = window.hostRecord as unknown as { div: Element; content: Node[] };
      const [paragraph, text] = content as [Node, Node];
      paragraph.textContent = 'Another name';
      div.removeChild(text);
      div.insertBefore(document.createElement('b'), paragraph);
      div.textContent = 'All new';
      div.innerHTML = '';
    });
    await expect(page.locator('iframe')).toBeVisible();
  });

  await test.step('another node is put before it, and in its place', async () => {
    const left = await page.evaluate(() => {
      const { div } = window.hostRecord as unknown as { div: Element };
      const parent = div.parentNode as ParentNode & Node;
      parent.insertBefore(document.createElement('hr'), div);
      parent.replaceChild(document.createElement('i'), div);
      parent.appendChild(div);
      parent.removeChild(div);
      return parent.children.length;
    });
    expect(left).toBe(2);
    await expect(page.locator('iframe')).toHaveCount(0);
  });
});

test('The map has the language of the page round its `div`, and follows the attributes that a framework writes', async ({
  page,
}) => {
  const map = page.locator('parley-map');
  await expect(page.locator('iframe')).toHaveAttribute('src', /[?&]lang=ko/);
  await expect(page.locator('iframe')).toHaveAttribute('title', 'Where they met');
  await page.evaluate(() => {
    const div = document.querySelector<HTMLElement>('#map');
    if (!div) return;
    div.dataset['date'] = '2018-06-12';
    div.dataset['onclick'] = 'hostRecord.heard.push(1)';
    div.dataset['placeId'] = 'dmz';
  });
  await expect.poll(() => map.getAttribute('date'), OFTEN).toBe('2018-06-12');
  await expect(map).toHaveAttribute('place-id', 'dmz');
  expect(await map.getAttribute('onclick')).toBeNull();
  await page.evaluate(() => document.querySelector('#map')?.removeAttribute('data-place-id'));
  await expect(map).not.toHaveAttribute('place-id');
});

test('A copy of the `div` gets a map of its own, and a second copy of the script changes nothing', async ({
  page,
}) => {
  await page.evaluate((embed) => {
    const div = document.querySelector('#map');
    if (div) div.after(div.cloneNode(true));
    const script = document.createElement('script');
    script.src = `${embed}/parley-article.js`;
    script.onload = () => window.hostRecord.heard.push('loaded');
    document.head.append(script);
  }, EMBED);
  await expect.poll(() => page.evaluate(() => window.hostRecord.heard)).toEqual(['loaded']);
  await expect(page.locator('iframe')).toHaveCount(2);
});
