import type { Page } from '@playwright/test';
import { EMBED, expect, mapLine, roomOf, SCRIPT, test } from './kit/host.ts';
import { OFTEN, readyFrame } from './kit/frames.ts';

/** The element, as a page's script sees it. */
interface ParleyMap extends HTMLElement {
  date: string | null;
  state: string | null;
  readonly duration: number;
  readonly readyState: number;
  readonly paused: boolean;
  play(): Promise<State>;
  pause(): Promise<State>;
  next(): Promise<State>;
  previous(): Promise<State>;
  seek(to: string): Promise<State>;
  select(place: string | null): Promise<State>;
  getState(): Promise<State>;
}

interface State {
  readonly date: string;
  readonly state: string;
  readonly event: string | null;
  readonly place: string | null;
}

const mapIn = (page: Page, index = 0) => page.locator('parley-map').nth(index);
const until = (page: Page, index = 0) =>
  expect.poll(() => mapIn(page, index).evaluate((map: ParleyMap) => map.readyState), OFTEN).toBe(4);

test.use({ viewport: { width: 640, height: 700 } });

test('EM-07: a date with a time of day is what the map opens at', async ({ page, host }) => {
  const line = mapLine('date="2018-06-12T13:40" height="300" loading="eager"');
  await host.open(`${line}${SCRIPT}`, { head: roomOf(300) });
  await until(page);
  await expect(host.frame(0).getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    /^12 June 2018.*statement/,
  );
});

test('EM-07, EM-10: an article steers the map in the words of media, and its history does not grow', async ({
  page,
  host,
}) => {
  await host.open(`${mapLine('date="2018-06-12"')}${SCRIPT}`);
  await until(page);
  const frame = host.frame();
  await expect(frame.getByRole('slider')).toHaveAttribute('aria-valuetext', /12 June 2018/);
  await expect(page.locator('iframe')).toHaveAttribute('title', /^[^<>]{5,120}$/);

  const told = await mapIn(page).evaluate(async (map: ParleyMap) => {
    const names = ['play', 'pause', 'seeking', 'seeked', 'timeupdate', 'select', 'ratechange'];
    const { heard } = window.hostRecord;
    for (const name of names) map.addEventListener(name, () => heard.push(name));
    const codeOf = (answer: Promise<unknown>) =>
      answer.then(
        () => 'done',
        ({ code }: { code: string }) => code,
      );
    const dates = Array.from(
      { length: 20 },
      (_, day) => `2018-07-${String(day + 1).padStart(2, '0')}`,
    );
    const answers = await Promise.all(dates.map((date) => map.seek(date)));
    const event = await map.seek('hanoi');
    const back = await map.previous();
    const there = await map.next();
    const place = await map.select('beijing');
    const refused = await codeOf(map.seek('2018-02-30'));
    const after = await map.getState();
    // Far from the story's end, which it must not come to before it is paused.
    await map.seek('2017-10-01');
    const playing = await map.play();
    const paused = await map.pause();
    return {
      own: answers.every(({ date }, index) => date === dates[index]),
      ...{ duration: map.duration, refused, after, heard },
      events: [event.event, back.event === event.event, there.event],
      places: [place.place, after.place],
      moves: [
        JSON.stringify(playing).includes('"paused":false'),
        JSON.stringify(paused).includes('"paused":true'),
      ],
    };
  });
  expect(told).toMatchObject({
    own: true,
    refused: 'date',
    events: ['hanoi', false, 'hanoi'],
    places: ['beijing', 'beijing'],
    moves: [true, true],
  });
  expect(told.duration).toBeGreaterThan(300);
  // What the article has done itself it is not told: only playing moved the map on by itself.
  expect(told.heard.filter((name) => name !== 'timeupdate')).toEqual([]);

  await test.step('a reader’s own moves are told', async () => {
    await page.evaluate(() => window.hostRecord.heard.splice(0));
    await frame.getByRole('slider').press('Home');
    await expect
      .poll(
        () => page.evaluate(() => window.hostRecord.heard.filter((name) => name !== 'timeupdate')),
        OFTEN,
      )
      .toEqual(['seeking', 'seeked']);
  });

  await test.step('EM-12: the state goes into the article’s address and comes back from it', async () => {
    const state = await mapIn(page).evaluate((map: ParleyMap) =>
      map.seek('hanoi').then(({ state }) => state),
    );
    await mapIn(page).evaluate((map: ParleyMap) => map.seek('2018-01-01'));
    await mapIn(page).evaluate((map: ParleyMap, state) => (map.state = state), state);
    await expect.poll(() => mapIn(page).evaluate((map: ParleyMap) => map.state), OFTEN).toBe(state);
  });

  await test.step('P7: another language is another page in the frame, which is welcomed anew', async () => {
    const [, inner] = page.frames();
    const date = await mapIn(page).evaluate((map: ParleyMap) =>
      map.seek('2018-06-12').then(({ date }) => date),
    );
    await expect.poll(() => inner?.evaluate(() => location.search), OFTEN).toContain('2018-06-12');
    await inner?.evaluate(() => {
      const query = new URLSearchParams(location.search);
      query.set('lang', 'ko');
      location.replace(`?${query}${location.hash}`);
    });
    await expect(host.frame().locator('html')).toHaveAttribute('lang', 'ko');
    const dateNow = () =>
      mapIn(page).evaluate((map: ParleyMap) =>
        map.getState().then(
          ({ date }) => date,
          () => '',
        ),
      );
    await expect.poll(dateNow, OFTEN).toBe(date);
  });
});

test('P2, P5: a host that knows the secret and says two thousand arbitrary things moves nothing', async ({
  page,
  host,
}) => {
  await host.open(
    `<iframe src="${EMBED}/embed.html?t=2018-06-12#parley=12345678-abcd" width="640" height="547" title="Map"></iframe>`,
  );
  const frame = await readyFrame(page);
  const slider = frame.getByRole('slider');
  const before = await slider.getAttribute('aria-valuetext');
  const replies = await page.evaluate(async (embed) => {
    const target = document.querySelector('iframe')?.contentWindow;
    const { port1, port2 } = new MessageChannel();
    const replies: string[] = [];
    /** What was asked, by the number of the question. */
    const asked: string[] = [];
    port1.onmessage = ({ data }) => {
      if (data.type !== 'reply') replies.push(`${data.type} ${data.name}`);
      // How many calls come in one turn is the machine's affair.
      else if (data.code !== 'busy')
        replies.push(`${asked[data.n] ?? 'below zero'}: ${data.code ?? 'done'}`);
    };
    target?.postMessage({ parley: 1, type: 'welcome', id: '12345678-abcd' }, embed, [port2]);
    /** Asks until the frame has read all that came before the question. */
    const heardAll = (count: number) =>
      new Promise<void>((resolve) => {
        const n = 10_000 + count;
        asked[n] = 'getState';
        const ask = () => port1.postMessage({ type: 'call', n, name: 'getState' });
        port1.addEventListener('message', ({ data }) => {
          if (data.n === n) (data.ok ? resolve : ask)();
        });
        ask();
      });
    let seed = 7;
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
    const names = [
      'eval',
      'load',
      'navigate',
      'constructor',
      '__proto__',
      'toString',
      '',
      'seek',
      'theme',
    ];
    for (let count = 0; count < 2000; count += 1) {
      const data = { to: values[random(12)] };
      asked[count] = names[random(10)] ?? 'nameless';
      const message = [
        { type: 'call', n: count, name: asked[count], data },
        { type: 'welcome', id: values[random(12)], parley: random(3) },
        { type: 'call', n: values[random(12)], name: 'load', data: values[random(12)] },
        values[random(12)],
      ][random(4)];
      if (random(2)) port1.postMessage(message);
      else target?.postMessage(message, '*');
      // More than a hundred at once are refused unread.
      if (count % 200 === 0) await heardAll(count);
    }
    await heardAll(2000);
    return [...new Set(replies)].sort();
  }, EMBED);
  expect(replies).toEqual(
    expect.arrayContaining(['event ready', 'getState: done', 'load: unknown-method', 'seek: date']),
  );
  const harmless = [
    ...[': unknown-method', '__proto__: unknown-method', 'below zero: unknown-method'],
    ...['constructor: unknown-method', 'eval: unknown-method', 'event ready', 'getState: done'],
    ...['load: unknown-method', 'nameless: unknown-method', 'navigate: unknown-method'],
    // A theme that is taken away is none.
    ...['seek: date', 'theme: done', 'theme: theme', 'toString: unknown-method'],
  ];
  expect(replies.filter((each) => !harmless.includes(each))).toEqual([]);
  expect(await slider.getAttribute('aria-valuetext')).toBe(before);
  expect(await frame.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
});
