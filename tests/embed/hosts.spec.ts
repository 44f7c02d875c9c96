import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { frameLine, keepStill, mapIn, readyFrame } from './frames.ts';
import { EMBED, expect, HOST, SCRIPT, test } from './host.ts';
import { heightAt } from '../../src/embed/protocol.ts';

const LAST = /^28 February 2019/;

test('P4: in a shadow root, cloned, taken away and put back, each element has one map and keeps its day', async ({
  page,
  host,
}) => {
  await host.open(`${SCRIPT}<div id="widget"></div><div id="other"></div>`);
  await page.evaluate((embed) => {
    const widget = document.querySelector('#widget') as HTMLElement;
    const map = document.createElement('parley-map');
    map.setAttribute('src', `${embed}/`);
    map.setAttribute('date', '2018-06-12');
    map.setAttribute('height', '300');
    const root = widget.attachShadow({ mode: 'open' });
    // As React mounts in its strict mode: once for nothing.
    root.append(map);
    map.remove();
    root.append(map);
    document.querySelector('#other')?.append(map.cloneNode(true));
  }, EMBED);
  const [inShadow, clone] = [page.locator('#widget iframe'), page.locator('#other iframe')];
  for (const frame of [inShadow, clone]) {
    await expect(frame.contentFrame().getByRole('slider')).toHaveAttribute(
      'aria-valuetext',
      /^12 June 2018/,
    );
  }
  await expect(page.locator('iframe')).toHaveCount(2);

  await inShadow.contentFrame().getByRole('slider').press('End');
  await expect(inShadow.contentFrame().getByRole('slider')).toHaveAttribute('aria-valuetext', LAST);
  await expect
    .poll(() => page.locator('#widget parley-map').evaluate((map) => Reflect.get(map, 'date')))
    .toBe('2019-02-28');
  // As a page changes that is swapped as a whole: the same node in another place.
  await page.evaluate(() => {
    const map = document.querySelector('#widget')?.shadowRoot?.querySelector('parley-map');
    if (map) document.body.replaceChildren(map);
  });
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(host.frame().getByRole('slider')).toHaveAttribute('aria-valuetext', LAST);
});

test.describe('A host that lets frames say how high they are', () => {
  // It makes room when it is told to, and not before: that is its own way.
  test.use({ tolerated: ['shifts'] });

  test('EM-09: in newswire’s Framer and in a page like AMP’s the frame gets the height that it declares', async ({
    page,
    host,
  }) => {
    const frames = fileURLToPath(import.meta.resolve('@newswire/frames'));
    await page.route(`${HOST}/frames.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: readFileSync(frames, 'utf8') }),
    );
    await page.route(`${HOST}/amp.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `(${resizeLikeAmp.toString()})();` }),
    );
    await host.open(`
    <div id="framer" style="width:320px"></div>
    <div style="width:600px"><iframe id="amp" src="${EMBED}/embed.html" title="A map" width="100%"></iframe></div>
    <script type="module">
      import { Framer } from './frames.js';
      new Framer(document.querySelector('#framer'), { src: '${EMBED}/embed.html', attributes: { title: 'A map' } });
    </script>
    <script src="./amp.js"></script>`);
    await expect(page.locator('#framer iframe')).toHaveAttribute('height', String(heightAt(320)));
    await expect(page.locator('#amp')).toHaveAttribute('height', String(heightAt(600)));
  });
});

test('EM-06: where a host speaks to its frames as iframe-resizer does, the height that it has set stays', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await host.open(frameLine('height="420"'));
  const frame = await readyFrame(page);
  const answers = await page.evaluate(async (embed) => {
    const heard: unknown[] = [];
    addEventListener('message', ({ data }) => heard.push(data));
    const target = document.querySelector('iframe')?.contentWindow;
    const settings =
      'frame:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true';
    for (const message of [settings, 'frame:resize', 'frame:size', 'frame:pageInfo:{}']) {
      target?.postMessage(`[iFrameSizer]${message}`, embed);
    }
    // A message of ours, sent after them, is answered after them.
    target?.postMessage({ sentinel: 'amp', type: 'frames-init' }, embed);
    while (heard.length === 0) await new Promise((later) => setTimeout(later, 20));
    return heard;
  }, EMBED);
  expect(answers).toEqual([expect.objectContaining({ sentinel: 'amp', type: 'embed-size' })]);
  await expect(page.locator('iframe')).toHaveCSS('height', '420px');
  await expect(frame.getByRole('slider')).toBeVisible();
});

test('EM-31: a frame without width or height at first is right when it gets them', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await page.setViewportSize({ width: 1000, height: 700 });
  await host.open(frameLine('width="0" height="0"', 't=2018-06-12'));
  // The slider answers; what is out of sight, as all of it is, waits.
  await expect(host.frame().locator('[type="range"]')).toHaveAttribute(
    'aria-valuetext',
    /^12 June 2018/,
  );
  await page.locator('iframe').evaluate((element: HTMLIFrameElement) => {
    element.width = '640';
    element.height = '547';
  });
  const frame = await readyFrame(page);
  await expect(frame.getByRole('slider')).toBeInViewport({ ratio: 1 });
  const singapore = mapIn(frame).getByRole('button', { name: /^Singapore/ });
  await expect(singapore).toBeInViewport({ ratio: 1 });
  expect(
    await frame.evaluate(() => {
      const { scrollHeight, scrollWidth } = document.documentElement;
      const map = document.querySelector('.map')?.getBoundingClientRect();
      return { scrollHeight, scrollWidth, wide: map?.width === innerWidth };
    }),
  ).toEqual({ scrollHeight: 547, scrollWidth: 640, wide: true });
});

/** The part of `amp-iframe resizable` that matters here: who speaks is a frame of the page, and says how high. */
function resizeLikeAmp(): void {
  addEventListener('message', ({ source, data }) => {
    const frame = document.querySelector<HTMLIFrameElement>('#amp');
    if (!frame || source !== frame.contentWindow) return;
    if (data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
    frame.setAttribute('height', String(data.height));
  });
}
