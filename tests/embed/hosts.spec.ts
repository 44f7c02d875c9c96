import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { frameLine, mapIn, OFTEN, readyFrame } from './kit/frames.ts';
import { EMBED, expect, HOST, SCRIPT, test } from './kit/host.ts';
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
  const date = () => page.locator('#widget parley-map').evaluate((map) => Reflect.get(map, 'date'));
  await expect.poll(date, OFTEN).toBe('2019-02-28');
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

  test('EM-09: in newswire’s Framer and in a page like AMP’s the frame gets the height that goes with its width; who speaks as AMP or pym does is answered, and nobody else', async ({
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
    await page.setViewportSize({ width: 640, height: 1100 });
    await host.open(
      `
    <iframe id="amp" src="${EMBED}/embed.html?childId=map-1" title="A map" width="100%" height="300"></iframe>
    <div id="framer" style="width:320px"></div>
    <script type="module">
      import { Framer } from './frames.js';
      new Framer(document.querySelector('#framer'), { src: '${EMBED}/embed.html', attributes: { title: 'A map' } });
    </script>
    <script src="./amp.js"></script>`,
      { head: '<style>body{margin:0}</style>' },
    );
    await expect(page.locator('#framer iframe')).toHaveAttribute('height', String(heightAt(320)));
    const iframe = page.locator('#amp');
    await expect(iframe).toHaveAttribute('height', String(heightAt(640)));
    await page.setViewportSize({ width: 400, height: 1100 });
    await expect(iframe).toHaveAttribute('height', String(heightAt(400)));

    // Whoever changes his width tells both hosts: first the one, then the other.
    const size = JSON.stringify({ sentinel: 'amp', type: 'embed-size', height: heightAt(400) });
    const pym = JSON.stringify(`pymxPYMxmap-1xPYMxheightxPYMx${heightAt(400)}`);
    const heard = () => page.evaluate(() => window.hostRecord.heard);
    await expect.poll(async () => (await heard()).slice(-2), OFTEN).toEqual([size, pym]);
    await page.evaluate(() => {
      const target = document.querySelector<HTMLIFrameElement>('#amp')?.contentWindow;
      window.hostRecord.heard.length = 0;
      for (const said of [
        null,
        'pymxPYMxother-1xPYMxwidthxPYMx400',
        'pymxPYMxmap-1xPYMxwidthxPYMx400',
        { sentinel: 'amp', type: 'frames-init' },
      ]) {
        target?.postMessage(said, '*');
      }
    });
    await expect.poll(heard, OFTEN).toEqual([size, pym, size, pym]);
  });
});

test.describe('WordPress', () => {
  // Its script makes room when it is told to, and a new address of a frame is an entry.
  test.use({ tolerated: ['shifts', 'entries'] });

  test('A frame that is hidden at first is shown in the height that goes with its width, with the secret in its address from the start or later', async ({
    page,
    host,
  }) => {
    await page.route(`${HOST}/wp-embed.js`, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `(${resizeLikeWordPress.toString()})();`,
      }),
    );
    // As WordPress writes what it has found by oEmbed.
    const wordPressFrame = (attributes: string, hash = '') =>
      `<div style="position:relative;width:640px"><iframe class="wp-embedded-content" sandbox="allow-scripts" ${attributes}
      src="${EMBED}/embed.html${hash}" title="A map" width="600" height="338"
      style="position:absolute;visibility:hidden"></iframe></div>`;
    await host.open(
      wordPressFrame('data-secret="aB3dE6gH9j"', '#?secret=aB3dE6gH9j') +
        wordPressFrame('') +
        '<script src="./wp-embed.js"></script>',
    );
    for (const index of [0, 1]) {
      await expect(page.locator('iframe').nth(index)).toBeVisible();
      await expect(page.locator('iframe').nth(index)).toHaveAttribute(
        'height',
        String(heightAt(600)),
      );
    }
  });
});

test('EM-06, EM-31: where a host speaks as iframe-resizer does, the height that it has set stays; a frame without width or height at first is right when it gets them', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 700, height: 1000 });
  await host.open(frameLine('height="420"') + frameLine('width="0" height="0"', 't=2018-06-12'));
  const first = await readyFrame(page);

  await test.step('EM-06: what iframe-resizer says is not answered', async () => {
    const answers = await page.evaluate(async (embed) => {
      const target = document.querySelector('iframe')?.contentWindow;
      const heard: unknown[] = [];
      const answered = new Promise<void>((resolve) => {
        addEventListener('message', ({ data, source }) => {
          if (source !== target) return;
          heard.push(data);
          resolve();
        });
      });
      const settings =
        'frame:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true';
      for (const message of [settings, 'frame:resize', 'frame:size', 'frame:pageInfo:{}']) {
        target?.postMessage(`[iFrameSizer]${message}`, embed);
      }
      // A message of ours, sent after them, is answered after them.
      target?.postMessage({ sentinel: 'amp', type: 'frames-init' }, embed);
      await answered;
      return heard;
    }, EMBED);
    expect(answers).toEqual([expect.objectContaining({ sentinel: 'amp', type: 'embed-size' })]);
    await expect(page.locator('iframe').first()).toHaveCSS('height', '420px');
    await expect(first.getByRole('slider')).toBeVisible();
  });

  await test.step('EM-31: a frame without width or height at first is right when it gets them', async () => {
    // The slider answers; what is out of sight, as all of it is, waits.
    await expect(host.frame(1).locator('[type="range"]')).toHaveAttribute(
      'aria-valuetext',
      /^12 June 2018/,
    );
    await page
      .locator('iframe')
      .nth(1)
      .evaluate((element: HTMLIFrameElement) => {
        element.width = '640';
        element.height = '547';
      });
    const frame = await readyFrame(page, 1);
    await expect(frame.getByRole('slider')).toBeInViewport({ ratio: 1 });
    const singapore = mapIn(frame).getByRole('button', { name: /^Singapore/ });
    await expect(singapore).toBeInViewport({ ratio: 1 });
    const seen = () =>
      frame.evaluate(() => {
        const { scrollHeight, scrollWidth } = document.documentElement;
        const map = document.querySelector('.map')?.getBoundingClientRect();
        return { scrollHeight, scrollWidth, wide: map?.width === innerWidth };
      });
    await expect.poll(seen, OFTEN).toEqual({ scrollHeight: 547, scrollWidth: 640, wide: true });
  });
});

/**
 * The part of `amp-iframe resizable` that matters here: who speaks is a frame of the page, and says how high. What its
 * frame says is kept.
 */
function resizeLikeAmp(): void {
  addEventListener('message', ({ source, data }) => {
    const frame = document.querySelector<HTMLIFrameElement>('#amp');
    if (!frame || source !== frame.contentWindow) return;
    window.hostRecord.heard.push(JSON.stringify(data));
    if (data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
    frame.setAttribute('height', String(data.height));
  });
}

/** The part of WordPress's `wp-embed.js` that matters here. */
function resizeLikeWordPress(): void {
  addEventListener('message', ({ source, data }) => {
    if (!data.secret || /[^a-zA-Z0-9]/.test(data.secret) || data.message !== 'height') return;
    for (const frame of document.querySelectorAll<HTMLIFrameElement>(
      `iframe[data-secret="${data.secret}"]`,
    )) {
      if (source !== frame.contentWindow) continue;
      frame.removeAttribute('style');
      frame.height = String(Math.min(1000, Math.max(200, parseInt(data.value, 10))));
    }
  });
  addEventListener('load', () => {
    for (const frame of document.querySelectorAll<HTMLIFrameElement>(
      'iframe.wp-embedded-content',
    )) {
      let secret = frame.getAttribute('data-secret');
      if (!secret) {
        secret = Math.random().toString(36).substring(2, 12);
        frame.src += `#?secret=${secret}`;
        frame.setAttribute('data-secret', secret);
      }
      frame.contentWindow?.postMessage({ message: 'ready', secret }, '*');
    }
  });
}
