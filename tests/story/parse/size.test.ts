import { beforeAll, describe, expect, it } from 'vitest';
import { readStory } from '../../../src/story/load.ts';
import { FIXTURE } from '../fixture.ts';

const COUNT = 8_000;

type Event = Record<string, unknown>;

/** A story of many events, with a change to them. Every event has a route, and a person who attends all. */
function bytesWith(change: (events: Event[], story: Record<string, unknown>) => void): Uint8Array {
  const story = JSON.parse(FIXTURE) as Record<string, unknown>;
  const events = Array.from({ length: COUNT }, (_, index) => ({
    id: `talks-${index}`,
    kind: 'meeting',
    title: 'Talks',
    text: 'They talk.',
    when: '2018-03-05',
    at: 'pyongyang',
    who: ['moon'],
    via: [
      [1, 1],
      [2, 2],
    ],
    sources: ['yonhap'],
  }));
  change(events, story);
  return new TextEncoder().encode(JSON.stringify({ ...story, events }));
}

/** The processor's time for a file in milliseconds, and how many faults it has. */
async function read(bytes: Uint8Array) {
  const before = process.cpuUsage();
  const parsed = await readStory(bytes);
  const { user } = process.cpuUsage(before);
  return { time: user / 1000, faults: parsed.ok ? 0 : parsed.faults.length };
}

const MIDDLE = COUNT / 2;

describe('a long story', () => {
  let sound = Infinity;
  beforeAll(async () => {
    const bytes = bytesWith(() => undefined);
    await read(bytes);
    for (let turn = 0; turn < 2; turn += 1) sound = Math.min(sound, (await read(bytes)).time);
  });

  const set = (key: string, value: unknown) => (events: Event[]) => {
    (events[MIDDLE] ?? {})[key] = value;
  };
  const setAll = (key: string, valueAt: (index: number) => unknown) => (events: Event[]) => {
    events.forEach((event, index) => {
      event[key] = valueAt(index);
    });
  };

  it.each([
    ['one wrong kind', 1, set('kind', 'meting')],
    ['one id twice', 1, set('id', 'talks-7')],
    ['one unknown place', 1, set('at', 'pyongyan')],
    ['one wrong date', 1, set('when', '2018-13-05')],
    ['one unknown key', 1, set('whn', 1)],
    ['one unknown event', 1, set('follows', [{ event: 'talks-99999' }])],
    ['wrong kinds only', 101, setAll('kind', () => 'meting')],
    ['unknown events only', 101, setAll('follows', (index) => [{ event: `talk-${index}` }])],
    [
      'unknown events without numbers only',
      101,
      (events: Event[]) => {
        const letters = (index: number) =>
          [...String(index)].map((one) => 'abcdefghij'[Number(one)]).join('');
        setAll('id', (index) => `talks-${letters(index)}`)(events);
        setAll('follows', (index) => [{ event: `tlks-${letters(index)}` }])(events);
      },
    ],
  ] as const)('with %s takes little more time than without', async (_name, count, change) => {
    const bytes = bytesWith(change);
    const { time, faults } = await read(bytes);
    expect(faults).toBe(count);
    // A time that grows with the square of the length is ten times as long and more.
    expect(time).toBeLessThan(4 * sound);
  });

  it('with as many sources that nobody uses takes little more time, too', async () => {
    const bytes = bytesWith((_events, story) => {
      story['sources'] = Array.from({ length: COUNT }, (_, index) => ({
        id: index === 0 ? 'yonhap' : `source-${index}`,
        publisher: 'P',
        title: 'T',
      }));
    });
    expect((await read(bytes)).time).toBeLessThan(6 * sound);
  });
});
