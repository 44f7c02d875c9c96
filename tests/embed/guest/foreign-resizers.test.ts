import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startForeignResizers } from '../../../src/embed/guest/foreign-resizers.ts';
import { stubWindow, type Posted } from '../kit/line.ts';
import { readParameters } from '../../../src/ui/url/parameters.ts';

const NEWS = 'https://news.example';
const AMP = { sentinel: 'amp', type: 'embed-size', height: 547 };
const PYM = 'pymxPYMxmap-1xPYMxheightxPYMx547';
const WORDPRESS = { message: 'height', value: 547, secret: 'aB3dE6gH9j' };
const WORDPRESS_ASKS = { message: 'ready', secret: 'aB3dE6gH9j' };
const FRAMER_BEGINS = { sentinel: 'amp', type: 'frames-init' };
const PYM_ASKS = 'pymxPYMxmap-1xPYMxwidthxPYMx640';

let declared: { message: unknown; to: string }[];
let parent: { postMessage(message: unknown, to: string): void };
let post: (posted: Posted) => void;

beforeEach(() => {
  declared = [];
  parent = { postMessage: (message, to) => void declared.push({ message, to }) };
  post = stubWindow({ window: { parent }, innerWidth: 640, location: { hash: '' } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A frame with an address; what it has said by itself is put aside. */
function start(query = '', origin = '*'): unknown[] {
  startForeignResizers(readParameters(query, true).childId, origin);
  return declared.splice(0).map(({ message }) => message);
}

/** What a frame says when somebody posts something to it. */
function answerTo(data: unknown, more: Partial<Posted> = {}): unknown[] {
  post({ source: parent, origin: NEWS, data, ports: [], ...more });
  return declared.splice(0).map(({ message }) => message);
}

describe('a frame in a page that does not speak `parley/1`', () => {
  test('says its height as AMP does, and as pym does where its parent has given it a name', () => {
    expect(start()).toEqual([AMP]);
    expect(start('childId=map-1')).toEqual([AMP, PYM]);
    expect(start('childId=a%20name%20of%20no%20child')).toEqual([AMP]);
  });

  test.each([
    ['newswire’s Framer', FRAMER_BEGINS],
    ['pym', PYM_ASKS],
  ])('answers the question of %s', (_who, question) => {
    start('childId=map-1');
    expect(answerTo(question)).toEqual([AMP, PYM]);
  });

  test.each([
    ['no question', 'hello'],
    ['nothing', null],
    ['another message of AMP’s', { sentinel: 'amp', type: 'send-consent-data' }],
    ['a question to another child', 'pymxPYMxmap-2xPYMxwidthxPYMx640'],
  ])('says nothing to %s', (_what, message) => {
    start('childId=map-1');
    expect(answerTo(message)).toEqual([]);
  });

  test.each(['#?secret=aB3dE6gH9j', '#secret=aB3dE6gH9j', '#top?secret=aB3dE6gH9j&x=1'])(
    'says its height as WordPress does where its address has a secret: %s',
    (hash) => {
      vi.stubGlobal('location', { hash });
      expect(start()).toEqual([AMP, WORDPRESS]);
      expect(answerTo(WORDPRESS_ASKS)).toEqual([AMP, WORDPRESS]);
      vi.stubGlobal('innerWidth', 1600);
      expect(answerTo(FRAMER_BEGINS).at(-1)).toEqual({ ...WORDPRESS, value: 720 });
    },
  );

  test('takes the secret that WordPress gives to a frame which is there already', () => {
    expect(start()).toEqual([AMP]);
    expect(answerTo(WORDPRESS_ASKS)).toEqual([AMP, WORDPRESS]);
    expect(answerTo(FRAMER_BEGINS)).toEqual([AMP, WORDPRESS]);
  });

  test.each([
    ['a secret with signs', '#?secret=<b>'],
    ['an empty one', '#?secret='],
    ['a very long one', `#?secret=${'a'.repeat(65)}`],
    ['another word', '#?nosecret=aB3dE6gH9j'],
    ['the secret of an element', '#parley=aB3dE6gH9j'],
  ])('does not speak to WordPress with %s', (_what, hash) => {
    vi.stubGlobal('location', { hash });
    expect(start()).toEqual([AMP]);
    expect(answerTo({ message: 'ready', secret: hash.split('=')[1] + '"]' })).toEqual([]);
    for (const secret of [1, null, ['aB3dE6gH9j'], {}])
      expect(answerTo({ message: 'ready', secret })).toEqual([]);
  });

  test('answers the page around it alone: no sibling, no frame within, nobody', () => {
    start('childId=map-1');
    for (const question of [FRAMER_BEGINS, PYM_ASKS, WORDPRESS_ASKS]) {
      for (const source of [{}, null]) expect(answerTo(question, { source })).toEqual([]);
    }
  });

  test('with an origin in its address, asks and answers that origin only', () => {
    startForeignResizers(null, NEWS);
    expect(declared.splice(0)).toEqual([{ message: AMP, to: NEWS }]);
    expect(answerTo(FRAMER_BEGINS, { origin: 'https://evil.example' })).toEqual([]);
    expect(answerTo(FRAMER_BEGINS)).toEqual([AMP]);
  });
});
