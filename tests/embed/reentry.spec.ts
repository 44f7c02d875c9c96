import type { Page } from '@playwright/test';
import { doublesOf, playFrame } from './kit/double.ts';
import { EMBED, expect, mapLine, SCRIPT, test } from './kit/host.ts';

// Maps that are moved, removed or put elsewhere take their room with them.
test.use({ tolerated: ['shifts'] });

/** The element, as a page's script sees it. */
interface ParleyMap extends HTMLElement {
  src: string;
  date: string;
  readonly readyState: number;
  play(): Promise<unknown>;
  seek(to: string): Promise<unknown>;
  getState(): Promise<unknown>;
}

const mapsIn = (page: Page) => page.locator('parley-map');
const heardIn = (page: Page) => page.evaluate(() => window.hostRecord.heard);

/** A script of the host's that runs before the element is known. It has `heard`, a list that the test reads. */
const script = (body: string) => `<script>{const { heard } = hostRecord;${body}}</script>`;

/** What newsrooms have for pictures that do not come. */
const IMAGE_FALLBACK = script(`
  addEventListener('error', (event) => {
    if (!(event.target instanceof Element)) return;
    heard.push('error ' + event.detail.code);
    event.target.src = '/x.png';
  }, true);`);

const REFUSED = script(`
  addEventListener('refused', ({ detail }) => heard.push('refused ' + detail.code), true);`);

/** Time enough for a loop to show: it takes one frame of the screen for each turn, or fewer. */
const forManyFrames = (page: Page) =>
  page.evaluate(async () => {
    for (let count = 0; count < 40; count += 1) {
      await new Promise((next) => requestAnimationFrame(next));
    }
  });

const isReady = (page: Page, index = 0) =>
  expect
    .poll(() =>
      mapsIn(page)
        .nth(index)
        .evaluate((map: ParleyMap) => map.readyState),
    )
    .toBe(4);

test('A refused date is no error of loading: the map stays where a host has a fallback for pictures', async ({
  page,
  host,
}) => {
  await playFrame(page);
  await host.open(IMAGE_FALLBACK + REFUSED + mapLine('date="2018-02-30"') + SCRIPT);
  await isReady(page);
  await expect.poll(() => heardIn(page)).toEqual(['refused date']);

  const codes = await mapsIn(page).evaluate(async (map: ParleyMap) => {
    map.date = '2018-02-31';
    const code = await map.seek('2018-02-32').catch((error: { code: string }) => error.code);
    await map.getState();
    return [code, map.src];
  });
  // Who waits for a promise has its answer there.
  expect(codes).toEqual(['date', `${EMBED}/`]);
  expect(await heardIn(page)).toEqual(['refused date', 'refused date']);
  expect(host.asked().filter((path) => path === '/embed.html')).toHaveLength(1);
});

test('The page itself refuses a date so', async ({ page, host }) => {
  await host.open(IMAGE_FALLBACK + REFUSED + mapLine('date="2018-02-30"') + SCRIPT);
  await isReady(page);
  await expect.poll(() => heardIn(page)).toEqual(['refused date']);
  await mapsIn(page).evaluate((map: ParleyMap) => {
    map.setAttribute('place-id', 'atlantis');
    map.setAttribute('speed', '-1');
    return map.getState();
  });
  expect(await heardIn(page)).toEqual(['refused date', 'refused place', 'refused speed']);
});

/** What a listener does from within `error`, and how often it is called for a map that may not come. */
const ANSWERS: readonly (readonly [what: string, body: string, calls: number])[] = [
  ['nothing', '', 1],
  ['writes the same address again', 'map.src = map.src', 1],
  ['always writes a refused address', 'map.src = "/x.png"', 1],
  ['writes one of two', 'map.src = map.src.endsWith("x") ? "/y" : "/x"', 1],
  ['writes another each time', 'map.src = "/x.png?" + ++count', 1],
  ['writes another in a microtask', 'queueMicrotask(() => (map.src = "/x.png?" + ++count))', 1],
  // Whoever writes an address later is taken for its author: each address is told once.
  ['writes the same in a later task', 'setTimeout(() => (map.src = "/x.png"))', 2],
  [
    'writes one of two in a later task',
    'setTimeout(() => (map.src = map.src.endsWith("x") ? "/y" : "/x"))',
    3,
  ],
  ['removes the map', 'map.remove()', 1],
  ['moves it', 'map.parentNode.append(map)', 1],
  ['moves it in a later task', 'setTimeout((parent) => parent.append(map), 0, map.parentNode)', 1],
  ['loads another language', 'map.lang = "l" + ++count', 1],
  ['writes a date', 'map.date = "2018-02-30"', 1],
  ['calls', 'map.play().catch(() => 0); map.seek("hanoi").catch(() => 0)', 1],
  ['writes twice', 'map.src = "/x.png"; map.src = "/y.png"', 1],
];

for (const loading of ['eager', 'lazy']) {
  test(`Whatever a listener does from within error, it is called once for each cause, ${loading}`, async ({
    page,
    host,
  }) => {
    const maps = ANSWERS.map(
      ([, body], index) => `<div><parley-map src="https://elsewhere.example/" loading="${loading}"
        style="height:9px"></parley-map></div>${script(`
        let count = 0;
        const map = document.querySelectorAll('parley-map')[${index}];
        map.addEventListener('error', () => {
          heard.push(${index});
          ${body};
        });`)}`,
    );
    await host.open(maps.join('') + SCRIPT);
    await expect.poll(async () => new Set(await heardIn(page)).size).toBe(ANSWERS.length);
    await forManyFrames(page);
    const heard: unknown[] = await heardIn(page);
    expect(
      ANSWERS.map(([what], index) => [what, heard.filter((each) => each === index).length]),
    ).toEqual(ANSWERS.map(([what, , calls]) => [what, calls]));
  });
}

test('A listener that puts a new map in the place of the one that failed is called once', async ({
  page,
  host,
}) => {
  const replace = script(`
    addEventListener('error', ({ target }) => {
      heard.push('error');
      target.replaceWith(target.cloneNode());
    }, true);`);
  await host.open(
    `${replace}<parley-map src="no:" loading="eager"></parley-map><parley-map src="no:2" loading="eager"></parley-map>${SCRIPT}`,
  );
  await expect.poll(() => heardIn(page)).toEqual(['error', 'error']);
  await forManyFrames(page);
  expect(await heardIn(page)).toHaveLength(2);
});

test('Of two listeners that write an address each, both hear of one error', async ({
  page,
  host,
}) => {
  const twoFallbacks = ['/x.png', '/y.png'].map((src) =>
    script(`
      addEventListener('error', ({ target }) => {
        heard.push('${src} for ' + target.getAttribute('src'));
        target.src = '${src}';
      }, true);`),
  );
  await host.open(
    `${twoFallbacks.join('')}<parley-map src="no:" loading="eager"></parley-map>${SCRIPT}`,
  );
  await expect.poll(() => heardIn(page)).toEqual(['/x.png for no:', '/y.png for /x.png']);
  await forManyFrames(page);
  expect(await heardIn(page)).toHaveLength(2);
});

test('Nobody is there: a fallback for pictures hears of it once; an address that its author writes later is tried and told of', async ({
  page,
  host,
}) => {
  await playFrame(page, 'silent');
  await page.clock.install();
  await host.open(IMAGE_FALLBACK + mapLine('loading="eager"') + SCRIPT);
  await expect.poll(() => doublesOf(page).length).toBe(1);
  await page.clock.fastForward(8100);
  expect(await heardIn(page)).toEqual(['error unreachable']);
  await page.clock.fastForward(100);
  const write = (src: string) =>
    mapsIn(page).evaluate((map: ParleyMap, src) => (map.src = src), src);
  await write('/mine');
  expect(await heardIn(page)).toEqual(['error unreachable', 'error src']);
  await page.clock.fastForward(100);
  await page.unroute(`${EMBED}/embed.html*`);
  await playFrame(page);
  await write(`${EMBED}/`);
  await isReady(page);
  // A map has come: what failed before is news again.
  await write('/mine');
  expect(await heardIn(page)).toEqual(['error unreachable', 'error src', 'error src']);
});

test('A map that its listener removes and mends stays away, and comes when it is put back', async ({
  page,
  host,
}) => {
  await playFrame(page);
  await host.open(mapLine('loading="eager"') + SCRIPT);
  await isReady(page);
  const frames = await mapsIn(page).evaluate((map: ParleyMap, src) => {
    const frame = () => map.shadowRoot?.querySelectorAll('iframe').length;
    const parent = map.parentNode;
    map.addEventListener('error', () => {
      map.src = src;
      map.remove();
    });
    map.src = '/x.png';
    const away = frame();
    parent?.append(map);
    return [away, frame()];
  }, `${EMBED}/`);
  expect(frames).toEqual([0, 1]);
  await isReady(page);
});

test('From within ready a map may be moved, loaded anew, sent elsewhere or removed: it says ready once', async ({
  page,
  host,
}) => {
  await playFrame(page);
  const answers = [
    'map.parentNode.append(map)',
    'queueMicrotask(() => map.parentNode.append(map))',
    'map.src = map.src',
    'map.lang = "l" + ++count',
    'map.date = "2018-06-12"; map.seek("hanoi")',
    'map.date = "2018-02-30"',
    'map.remove()',
  ];
  // The last one contradicts itself: it goes to what does not come, and back from it.
  const error = `map.addEventListener('error', () => { map.src = '${EMBED}/'; });`;
  const maps = [...answers, 'map.src = "no:"'].map(
    (body, index) =>
      `<div>${mapLine('loading="eager"')}</div>${script(`
      let count = 0;
      const map = document.querySelectorAll('parley-map')[${index}];
      map.addEventListener('ready', () => { heard.push(${index}); ${body}; });
      ${index === answers.length ? error : ''}`)}`,
  );
  await host.open(maps.join('') + SCRIPT);
  const all = [...answers.keys(), answers.length];
  await expect.poll(async () => new Set(await heardIn(page)).size).toBe(all.length);
  await forManyFrames(page);
  const rest = all.length - 1;
  for (let index = 0; index < rest; index += 1) await isReady(page, index);
  expect((await heardIn(page)).map(Number).sort()).toEqual(all);
  // Eight at first, five that were asked for again, and one for each move: the browser loads a moved frame by itself.
  expect(host.asked().filter((path) => path === '/embed.html')).toHaveLength(15);
});

test('From within refused another refused date is tried, and not told of; a later one is', async ({
  page,
  host,
}) => {
  await playFrame(page);
  const answers = [
    'map.date = "2018-02-30"',
    'map.date = map.date.endsWith("0") ? "2018-02-31" : "2018-02-30"',
    'queueMicrotask(() => (map.date = "2018-02-3" + ++count))',
    'map.lang = "l" + ++count',
    'map.parentNode.append(map)',
    'map.seek("2018-02-30").catch(() => 0)',
    'map.remove()',
  ];
  const maps = answers.map(
    (body, index) =>
      `<div>${mapLine('loading="eager" date="2018-02-30"')}</div>${script(`
      let count = 0;
      const map = document.querySelectorAll('parley-map')[${index}];
      map.addEventListener('refused', () => { heard.push(${index}); ${body}; });`)}`,
  );
  await host.open(maps.join('') + SCRIPT);
  await expect.poll(async () => new Set(await heardIn(page)).size).toBe(answers.length);
  await forManyFrames(page);
  expect((await heardIn(page)).map(Number).sort()).toEqual([...answers.keys()]);
  const calls = await Promise.all(
    doublesOf(page).map((double) => double.evaluate(() => window.double.calls.length)),
  );
  expect(Math.max(...calls)).toBe(1);

  await mapsIn(page)
    .first()
    .evaluate((map: ParleyMap) => {
      map.date = '2018-02-39';
      return map.getState();
    });
  expect(await heardIn(page)).toHaveLength(answers.length + 1);
});

test('What a frame has said before it was taken away reaches nobody, and the height may be set from within resize', async ({
  page,
  host,
}) => {
  await playFrame(page);
  await host.open(mapLine('loading="eager"') + SCRIPT);
  await isReady(page);
  await mapsIn(page).evaluate((map: ParleyMap) => {
    const { heard } = window.hostRecord;
    for (const name of ['error', 'timeupdate']) map.addEventListener(name, () => heard.push(name));
    map.addEventListener('timeupdate', () => map.setAttribute('lang', 'ko'), { once: true });
    map.addEventListener('resize', () => {
      map.setAttribute('height', `${Math.round(map.offsetWidth / 2)}`);
    });
  });
  await doublesOf(page)[0]?.evaluate(() => {
    const { port, state } = window.double;
    const engine = { code: 'engine', message: 'No.' };
    // In a later task: the frame is taken away by what it says, and could not answer this call.
    setTimeout(() => {
      port?.postMessage({ type: 'event', name: 'timeupdate', data: state });
      port?.postMessage({ type: 'event', name: 'timeupdate', data: { ...state, date: '1999' } });
      port?.postMessage({ type: 'event', name: 'error', data: engine });
    });
  });
  await expect.poll(() => heardIn(page)).toEqual(['timeupdate']);
  await isReady(page);
  expect(await mapsIn(page).evaluate((map: ParleyMap) => map.date)).toBe('2017-09-19');

  await page.setViewportSize({ width: 600, height: 800 });
  await expect.poll(() => mapsIn(page).evaluate((map: HTMLElement) => map.offsetHeight)).toBe(300);
  await forManyFrames(page);
});
