import type { Page } from '@playwright/test';
import { doublesOf, playFrame } from './kit/double.ts';
import { OFTEN } from './kit/frames.ts';
import { EMBED, expect, HOST, mapLine, ROOM, SCRIPT, test } from './kit/host.ts';

/** The element, as a page's script sees it. */
interface ParleyMap extends HTMLElement {
  date: string | null;
  state: string | null;
  placeId: string | null;
  loop: boolean;
  keyboard: boolean;
  playbackRate: number;
  readonly paused: boolean;
  readonly duration: number;
  readonly readyState: number;
  play(): Promise<{ date: string }>;
  seek(to: string): Promise<{ date: string }>;
  getState(): Promise<{ date: string }>;
}

const mapsIn = (page: Page) => page.locator('parley-map');
const ready = (page: Page, index = 0) =>
  expect
    .poll(
      () =>
        mapsIn(page)
          .nth(index)
          .evaluate((map: ParleyMap) => map.readyState),
      OFTEN,
    )
    .toBe(4);
const far = '<div style="height:400vh">An article.</div>';

test('EM-04, EM-14: once or twice, first or last, late or before the element: there is one map, and no trace', async ({
  page,
  host,
}) => {
  await playFrame(page);
  await host.open(`${mapLine()}<p>On it goes.</p>${SCRIPT}${SCRIPT}`, { head: SCRIPT + ROOM });
  await ready(page);
  await page.evaluate(() => {
    const late = document.createElement('script');
    late.src = document.querySelector('script')?.src ?? '';
    const map = document.createElement('parley-map');
    map.setAttribute('src', document.querySelector('parley-map')?.getAttribute('src') ?? '');
    document.body.append(late, map);
    for (const alien of [
      null,
      undefined,
      'pymxPYMx',
      7,
      [],
      { type: 'hello' },
      { type: 'size', height: 1e9 },
    ]) {
      window.postMessage(alien, '*');
    }
  });
  await mapsIn(page).nth(1).scrollIntoViewIfNeeded();
  await ready(page, 1);
  await expect(page.locator('iframe')).toHaveCount(2);
  const frame = page.locator('iframe').first();
  await expect(frame).toHaveAttribute('title', /^A .*story/);
  await expect(frame).toHaveAttribute('sandbox', /^allow-scripts allow-same-origin/);
  await expect(frame).toHaveAttribute('allow', 'fullscreen');
  expect(await page.locator('head style, head link[rel="stylesheet"]').count()).toBe(1);
});

test('EM-07, EM-08, EM-26, P9: the element’s height is its own, each call has its own answer, one map plays at a time', async ({
  page,
  host,
}) => {
  await test.step('EM-08, P9: the element is as high as the table says, at any width, and takes no height from a frame', async () => {
    await playFrame(page);
    await host.open(`<style>*{box-sizing:border-box}</style>${mapLine()}${SCRIPT}`);
    await ready(page);
    for (const [width, height] of [
      [320, 476],
      [640, 547],
      [1200, 720],
      [320, 476],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => heightOf(page), OFTEN).toBe(height);
    }
    const [double] = doublesOf(page);
    await double?.evaluate(() => {
      for (const height of [1e9, -5, 900, 'x', null]) {
        window.double.port?.postMessage({ type: 'size', width: innerWidth, height });
        parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
      }
    });
    await mapsIn(page).evaluate((map: ParleyMap) => map.getState());
    expect(await heightOf(page)).toBe(476);
    await mapsIn(page).evaluate((map) => map.setAttribute('height', '300'));
    expect(await heightOf(page)).toBe(300);
  });

  await test.step('EM-07: fifty calls each have their own answer; a removed map settles every promise', async () => {
    await playFrame(page);
    await host.open(`${mapLine()}${SCRIPT}`);
    await ready(page);
    const outcome = await mapsIn(page).evaluate(async (map: ParleyMap) => {
      const dates = Array.from(
        { length: 50 },
        (_, day) =>
          `2018-${String((day % 12) + 1).padStart(2, '0')}-${String((day % 28) + 1).padStart(2, '0')}`,
      );
      const answers = await Promise.all(dates.map((date) => map.seek(date)));
      const late = map.play().then(
        () => 'played',
        (error: { code: string }) => error.code,
      );
      map.remove();
      const never = map.play().then(
        () => 'played',
        (error: { code: string }) => error.code,
      );
      return {
        own: answers.every(({ date }, index) => date === dates[index]),
        codes: await Promise.all([late, never]),
      };
    });
    expect(outcome).toEqual({ own: true, codes: ['disconnected', 'disconnected'] });
  });

  await test.step('EM-26: one map plays at a time', async () => {
    await playFrame(page);
    await host.open(`${mapLine('loading="eager"').repeat(3)}${SCRIPT}`);
    for (const index of [0, 1, 2]) await ready(page, index);
    const paused = await page.evaluate(async () => {
      const maps = [...document.querySelectorAll<ParleyMap>('parley-map')];
      const told = new Promise((resolve) => maps[0]?.addEventListener('pause', resolve));
      await maps[0]?.play();
      await maps[1]?.play();
      await told;
      return maps.map((map) => map.paused);
    });
    expect(paused).toEqual([true, false, true]);
  });
});

const heightOf = (page: Page) => mapsIn(page).evaluate((map: HTMLElement) => map.offsetHeight);

test('EM-05, EM-06: a sibling that forges the right words, a frame that posts anything: nothing changes, nothing is thrown', async ({
  page,
  host,
}) => {
  await playFrame(page);
  await page.route(`${EMBED}/sibling.html`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sibling</title>' }),
  );
  await host.open(
    `${mapLine('date="2018-06-12"')}<iframe src="${EMBED}/sibling.html"></iframe>${SCRIPT}`,
  );
  await ready(page);
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  const secret = await page
    .locator('parley-map iframe')
    .evaluate((frame: HTMLIFrameElement) => new URL(frame.src).hash.slice('#parley='.length));
  expect(secret).toMatch(/^[\w-]{8,64}$/);
  for (const frame of page.frames().slice(1)) {
    await frame.evaluate((id) => {
      const own = location.hash.includes(id);
      const stolen = { state: 't=1999', date: '1999', paused: false };
      const messages = [
        // The sibling has learned the secret; the map itself may say hello again, but not so.
        { parley: 1, type: 'hello', id, versions: [own ? 9 : 1] },
        { type: 'event', name: 'timeupdate', data: stolen },
        { type: 'reply', n: 1, ok: true, data: stolen },
      ];
      for (const message of messages) parent.postMessage(message, '*');
      for (const illegible of [{ toString: 1 }, { valueOf: 1, toString: null }]) {
        const data = { ...stolen, date: illegible };
        window.double?.port?.postMessage({ type: 'event', name: illegible, data: { state: '' } });
        window.double?.port?.postMessage({ type: 'event', name: 'timeupdate', data });
        window.double?.port?.postMessage({ type: 'reply', n: 1, code: illegible });
      }
      let seed = 4;
      const random = (below: number): number => (seed = (seed * 16807) % 2147483647) % below;
      const values = [
        null,
        undefined,
        NaN,
        Infinity,
        -1,
        '',
        'x'.repeat(5000),
        [],
        {},
        new Map(),
        new Date(),
        10n,
      ];
      const keys = [
        'type',
        'n',
        'name',
        'data',
        'ok',
        'code',
        'width',
        'height',
        'id',
        'toString',
        '__proto__',
      ];
      for (let count = 0; count < 2000; count += 1) {
        const message: Record<string, unknown> = {};
        const types = ['call', 'reply', 'event', 'size', 'hello', 'welcome', values[random(12)]];
        for (let key = 0; key < random(9); key += 1)
          message[keys[random(11)] ?? ''] = values[random(12)];
        message['type'] = types[random(7)];
        const said = random(9) ? message : values[random(12)];
        if (random(2)) parent.postMessage(said, '*');
        else window.double?.port?.postMessage(said);
      }
    }, secret);
  }
  const state = await mapsIn(page).evaluate((map: ParleyMap) => map.getState());
  expect(state.date).toBe('2018-06-12');
  expect(await mapsIn(page).evaluate((map: ParleyMap) => [map.date, map.paused])).toEqual([
    '2018-06-12',
    true,
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);

  // The frame goes elsewhere: what is there now is not heard, and whoever waits for it is told.
  await page.route('**/away.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Away</title>' }),
  );
  const [double] = doublesOf(page);
  await double?.evaluate((host) => location.replace(`${host}/away.html`), HOST);
  await expect.poll(() => page.frames()[1]?.title(), OFTEN).toBe('Away');
  await page.frames()[1]?.evaluate((id) => {
    const data = { state: 't=1999', date: '1999' };
    parent.postMessage({ parley: 1, type: 'hello', id, versions: [1] }, '*');
    parent.postMessage({ type: 'event', name: 'timeupdate', data }, '*');
  }, secret);
  expect(await mapsIn(page).evaluate((map: ParleyMap) => map.date)).toBe('2018-06-12');
});

test('EM-13: what was set early counts, attributes are the author’s, and a map that is moved keeps its moment', async ({
  page,
  host,
}) => {
  await test.step('EM-13: properties that were set early count; attributes are the author’s; a moved or cloned map keeps its moment', async () => {
    await playFrame(page);
    await host.open(`<section id="a">${mapLine('class="wide" title="Where they met"')}</section><section id="b"></section>
    <script>document.querySelector('parley-map').date = '2018-06-12'</script>${SCRIPT}`);
    await ready(page);
    const read = await mapsIn(page).evaluate((map: ParleyMap) => {
      map.loop = true;
      map.keyboard = false;
      map.playbackRate = 2;
      return [
        map.date,
        map.className,
        map.title,
        map.getAttribute('date'),
        map.getAttribute('loop'),
        map.keyboard,
        map.duration,
      ];
    });
    expect(read).toEqual(['2018-06-12', 'wide', 'Where they met', '2018-06-12', '1', false, 300]);
    await ready(page);
    await expect(page.locator('iframe')).toHaveAttribute('title', 'Where they met');

    // What the host does itself is not told to it.
    const heard = await mapsIn(page).evaluate(async (map: ParleyMap) => {
      const heard: string[] = [];
      for (const name of ['timeupdate', 'seeking', 'seeked', 'play', 'ready']) {
        map.addEventListener(name, () => heard.push(name));
      }
      map.date = '2018-08-15';
      await map.getState();
      await map.seek('2018-09-19');
      return heard;
    });
    expect(heard).toEqual([]);

    await page.evaluate(() =>
      document.querySelector('#b')?.append(document.querySelector('parley-map') ?? ''),
    );
    await ready(page);
    expect(await mapsIn(page).evaluate((map: ParleyMap) => map.date)).toBe('2018-09-19');
    await expect(page.locator('iframe')).toHaveCount(1);

    const same = await page.evaluate(() => {
      const map = document.querySelector('parley-map');
      const frame = map?.shadowRoot?.querySelector('iframe');
      const target = document.querySelector('#a') as Element & {
        moveBefore?: (node: Node, child: null) => void;
      };
      if (!map || !target.moveBefore) return true;
      target.moveBefore(map, null);
      return frame === map.shadowRoot?.querySelector('iframe');
    });
    expect(same).toBe(true);

    await mapsIn(page).evaluate((map) => map.after(map.cloneNode(true)));
    await ready(page, 1);
    await expect(page.locator('iframe')).toHaveCount(2);
  });

  await test.step('EM-13: a map that was left at its beginning is moved to its beginning, whatever its author has written', async () => {
    await playFrame(page);
    const asked = 'date="2018-06-12" place-id="singapore" speed="2" autoplay=""';
    await host.open(`<p></p>${mapLine(asked)}${SCRIPT}`);
    await ready(page);
    const told = { t: '2018-06-12', speed: '2', place: 'singapore' };
    expect(await askedOf(page)).toEqual({ ...told, autoplay: '1' });
    await doublesOf(page)[0]?.evaluate(() => {
      const data = { ...window.double.state, state: '', date: '2017-09-19' };
      window.double.port?.postMessage({ type: 'event', name: 'seeked', data });
    });
    await expect
      .poll(() => mapsIn(page).evaluate((map: ParleyMap) => map.date), OFTEN)
      .toBe('2017-09-19');
    await page.evaluate(() =>
      document.querySelector('p')?.append(document.querySelector('parley-map') ?? ''),
    );
    await ready(page);
    expect(await askedOf(page)).toEqual({ autoplay: '1' });
  });

  await test.step('An attribute that is empty asks for nothing, and a state goes before date, event and speed, not before a place', async () => {
    await playFrame(page);
    const empty = ['date', 'event-id', 'place-id', 'speed', 'state', 'motion'].map(
      (name) => `${name}=""`,
    );
    const state =
      'state="t=2018-04-27&amp;place=seoul" date="2018-06-12" event-id="hanoi" speed="2"';
    await host.open(
      [empty.join(' '), `${empty.join(' ')} loop="0" keyboard=""`, state, `${state} place-id="dmz"`]
        .map((attributes) => mapLine(`${attributes} loading="eager"`))
        .join('') + SCRIPT,
    );
    for (const [index, query] of [
      {},
      { loop: '0', keyboard: '1' },
      { t: '2018-04-27', place: 'seoul' },
      { t: '2018-04-27', place: 'dmz' },
    ].entries()) {
      await ready(page, index);
      expect(await askedOf(page, index)).toEqual(query);
    }
  });
});

test('A flag has one reading, as attribute, as property and in the frame’s address', async ({
  page,
  host,
}) => {
  await playFrame(page);
  const written = ['', '1', 'autoplay', 'true', 'on', 'yes', 'false', ' FALSE ', '0', 'off', 'No'];
  const isOn = written.map((_, index) => index < 6);
  const flags = (value: string) =>
    ['autoplay', 'loop', 'keyboard'].map((name) => `${name}="${value}"`).join(' ');
  await host.open(
    written.map((value) => mapLine(`${flags(value)} loading="eager"`)).join('') + SCRIPT,
  );
  const asked: unknown[] = [];
  for (const index of written.keys()) {
    await ready(page, index);
    asked.push(await askedOf(page, index));
  }
  const each = (on: boolean) => ({ autoplay: on, loop: on, keyboard: on });
  const eachAsked = (on: boolean) => ({ autoplay: `${+on}`, loop: `${+on}`, keyboard: `${+on}` });
  expect(asked).toEqual(isOn.map(eachAsked));
  const read = () =>
    mapsIn(page).evaluateAll((maps) =>
      (maps as Flags[]).map(({ autoplay, loop, keyboard }) => ({ autoplay, loop, keyboard })),
    );
  expect(await read()).toEqual(isOn.map(each));

  // The same texts written into the properties, the last ones first: each flag of the last map is turned on.
  await mapsIn(page).evaluateAll((maps, values) => {
    for (const [index, map] of (maps as Flags[]).entries()) {
      map.autoplay = map.loop = map.keyboard = values[index] ?? '';
    }
  }, written.toReversed());
  expect(await read()).toEqual(isOn.toReversed().map(each));
  const single = await mapsIn(page)
    .first()
    .evaluate((map: Flags) =>
      [true, false, 0, 1, null, undefined].map((value) => {
        map.autoplay = map.keyboard = value;
        return [map.autoplay, map.keyboard];
      }),
    );
  const [on, off, absent] = [
    [true, true],
    [false, false],
    [false, true],
  ];
  expect(single).toEqual([on, off, off, on, absent, absent]);
});

/** The flags of the element, into which a page may write anything. */
interface Flags extends HTMLElement {
  autoplay: unknown;
  loop: unknown;
  keyboard: unknown;
}

/** What a frame is asked for, but for what each is: its language and theme. */
const askedOf = (page: Page, index = 0) =>
  page
    .locator('parley-map iframe')
    .nth(index)
    .evaluate((frame: HTMLIFrameElement) => {
      const { lang, theme, ...asked } = Object.fromEntries(new URL(frame.src).searchParams);
      return lang && theme && asked;
    });

test('EM-15, EM-33: when the map comes, from where none may come, where it may stand, and where only a `div` gets through', async ({
  page,
  host,
}) => {
  await test.step('EM-15, EM-33: nothing is fetched before the map is near; with `click` it waits for the button, and the focus goes in', async () => {
    await playFrame(page);
    await host.open(`${mapLine('loading="click"')}${far}${mapLine('id="far"')}${SCRIPT}`);
    const button = page.getByRole('button', { name: 'Explore the map' });
    await expect(button).toBeVisible();
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(host.asked()).toEqual(['/parley-map.js']);
    await expect(page.getByRole('link', { name: 'Open the map' }).first()).toBeVisible();
    await button.press('Enter');
    await ready(page);
    const focus = await mapsIn(page)
      .first()
      .evaluate((map) => [document.activeElement === map, map.shadowRoot?.activeElement?.tagName]);
    expect(focus).toEqual([true, 'IFRAME']);
    expect(host.asked()).toEqual(['/parley-map.js', '/embed.html']);

    await page.locator('#far').scrollIntoViewIfNeeded();
    await ready(page, 1);
    expect(host.asked()).toHaveLength(3);
  });

  await test.step('A map from where none may come is not allowed, and says so once: its fallback stays', async () => {
    const sources = ['javascript:alert(1)', 'https://elsewhere.example/maps/', 'http://[', ''];
    await host.open(
      sources.map((src) => listening(`src="${src}" loading="eager"`)).join('') + SCRIPT,
    );
    await expect
      .poll(() => page.evaluate(() => window.hostRecord.heard), OFTEN)
      .toEqual(['src', 'src', 'src', 'src']);
    await expect(page.getByRole('link', { name: 'Open the map' })).toHaveCount(4);
    await expect(page.locator('iframe')).toHaveCount(0);
  });

  await test.step('A map may stand in another shadow root, begin hidden, and be on a page whose policy is strict', async () => {
    await playFrame(page);
    const policy = `default-src 'none'; script-src ${EMBED}; frame-src ${EMBED}; img-src data:; require-trusted-types-for 'script'`;
    await host.open(`${mapLine('hidden')}<div id="shade"></div>${SCRIPT}`, {
      head: '',
      headers: { 'content-security-policy': policy },
    });
    await expect
      .poll(() => mapsIn(page).evaluate((map) => getComputedStyle(map).display), OFTEN)
      .toBe('none');
    await page.evaluate(() => {
      const shade = document.querySelector('#shade')?.attachShadow({ mode: 'open' });
      const map = document.querySelector('parley-map')?.cloneNode(true) as HTMLElement;
      map.hidden = false;
      shade?.append(map);
    });
    await ready(page, 1);
    expect(
      await mapsIn(page)
        .nth(1)
        .evaluate((map: HTMLElement) => map.offsetHeight),
    ).toBe(720);
    expect(new URL(page.url()).origin).toBe(HOST);
  });

  await test.step('Where only a `div` gets through, the article’s script puts a map into it, into a late one too; a text may name its map', async () => {
    await playFrame(page);
    const form = (id: string) =>
      `<div class="parley-map" id="${id}" data-src="${EMBED}/" data-date="2018-02-09"><p>${id}</p></div>`;
    const article = `<script async src="${EMBED}/parley-article.js"></script>`;
    await host.open(
      `<a href="#" data-parley-date="2018-06-12" data-parley-for="second">Singapore</a>${form('first')}${SCRIPT}${article}`,
      { head: `<style>body{margin:0}.parley-map{display:flow-root;min-height:720px}</style>` },
    );
    await ready(page);
    await page.evaluate((html) => {
      const late = document.createElement('div');
      Object.assign(late, { className: 'parley-map', id: 'second' });
      late.dataset['src'] = html;
      document.body.append(late);
    }, `${EMBED}/`);
    await ready(page, 1);
    await page.getByRole('link', { name: 'Singapore' }).click();
    await expect
      .poll(
        () => mapsIn(page).evaluateAll((maps: ParleyMap[]) => maps.map(({ date }) => date)),
        OFTEN,
      )
      .toEqual(['2018-02-09', '2018-06-12']);
    await expect(page.locator('div.parley-map iframe')).toHaveCount(2);
    expect(page.url()).not.toContain('#');
  });
});

/** A map whose errors the page keeps. */
const listening = (attributes: string) => `
  <parley-map ${attributes}><a href="${EMBED}/">Open the map</a></parley-map>
  <script>
    document.currentScript.previousElementSibling.addEventListener('error', ({ detail }) => {
      hostRecord.heard.push(detail.code);
    });
    addEventListener('message', () => document.body.classList.add('told'));
  </script>`;

test('EM-34: a frame that does not speak as Parley does is given up after eight seconds, once, and the fallback stays', async ({
  page,
  host,
}) => {
  await page.clock.install();
  for (const [code, manner] of [
    ['unreachable', 'silent'],
    ['protocol', 'stranger'],
  ] as const) {
    await test.step(`EM-34: a frame that is ${manner} is ${code}`, async () => {
      await playFrame(page, manner);
      await host.open(listening(`src="${EMBED}/"`) + SCRIPT);
      await expect(page.locator('iframe')).toHaveCount(1);
      await expect(page.getByRole('link', { name: 'Open the map' })).toBeVisible();
      const rejected = page.evaluate(() =>
        document
          .querySelector<ParleyMap>('parley-map')
          ?.play()
          .catch((error: { code: string }) => error.code),
      );
      await expect.poll(() => doublesOf(page).length, OFTEN).toBe(1);
      if (manner === 'stranger') await expect(page.locator('body')).toHaveClass('told');
      await page.clock.fastForward(8100);
      expect(await rejected).toBe(code);
      expect(await page.evaluate(() => window.hostRecord.heard)).toEqual([code]);
      await expect(page.locator('iframe')).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Open the map' })).toBeVisible();
    });
  }
});
