import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import {
  COMMITMENT_STATES,
  EVENT_KINDS,
  EVENT_STATUSES,
  LINK_VERBS,
} from '../../../src/story/story.ts';
import { readSources, withoutComments } from '../../architecture/source.ts';
import { createBindings } from '../../../src/ui/keys/keys.ts';
import { ARABIC } from '../../../src/ui/words/ar.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { KOREAN } from '../../../src/ui/words/ko.ts';
import { formatLanguage, LANGUAGES, loadWords } from '../../../src/ui/words/languages.ts';
import type { Words } from '../../../src/ui/words/words.ts';
import { CHINESE } from '../../../src/ui/words/zh-Hans.ts';

const ALL = [ENGLISH, KOREAN, CHINESE, ARABIC].map((words) => [words.language, words] as const);
const OTHERS = ALL.slice(1);

/** Every string of a table by its path; a function by what it says of `1`, a number or a name. */
function sayings(table: unknown, path = ''): [path: string, said: string][] {
  if (typeof table === 'string') return [[path, table]];
  if (typeof table === 'function')
    return [[path, String((table as (...of: number[]) => string)(1, 1))]];
  if (table === null || typeof table !== 'object') return [];
  return Object.entries(table).flatMap(([key, value]) => sayings(value, `${path}.${key}`));
}

const wordless = (names: readonly string[], said: Readonly<Record<string, string>>) =>
  names.filter((name) => !/\p{L}/u.test(said[name] ?? ''));

describe.each(ALL)('the words of the interface in %s', (_tag, words) => {
  it('name every kind of event, every state of a commitment and every link', () => {
    expect(wordless(EVENT_KINDS, words.kinds)).toEqual([]);
    expect(wordless(COMMITMENT_STATES, words.states)).toEqual([]);
    expect(wordless(LINK_VERBS, words.verbs)).toEqual([]);
  });

  it('add to an event’s kind that it is planned or reported, and nothing where it happened', () => {
    const said = EVENT_STATUSES.map((status) => words.statuses[status]('X'));
    expect(said[0]).toBe('X');
    for (const added of said.slice(1)) expect(added).toMatch(/^X.*\p{L}/u);
    expect(new Set(said).size).toBe(EVENT_STATUSES.length);
  });

  it('explain every key, and no key that there is not', () => {
    const bindings = createBindings({ characters: true, controls: true, mirrored: false });
    const keys = bindings.map(({ name }) => name);
    expect(wordless(keys, words.keys)).toEqual([]);
    expect(Object.keys(words.keys).toSorted()).toEqual(keys.toSorted());
  });

  it('name no colour: accent, theme and forced colours change them', () => {
    const COLOURS =
      /\b(red|blue|green|grey|gray|black|white|orange)\b|빨간|붉|파란|푸른|초록|녹색|검은|회색|흰|红|蓝|绿|黑|灰|橙|أحمر|الأحمر|أزرق|أخضر|أسود|رمادي/i;
    expect(sayings(words).filter(([, said]) => COLOURS.test(said))).toEqual([]);
  });

  it('have no two kinds, states, links or keys of the same name', () => {
    for (const named of [words.kinds, words.states, words.verbs, words.keys]) {
      const said = Object.values(named);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('leave no string empty', () => {
    expect(sayings(words).filter(([, said]) => said.trim() === '')).toEqual([]);
  });

  it('have the same entries as the English ones', () => {
    const entriesOf = (table: Words) => sayings(table).map(([path]) => path);
    expect(entriesOf(words).toSorted()).toEqual(entriesOf(ENGLISH).toSorted());
  });

  it('count in whole phrases, with the number in all that count beyond two', () => {
    for (const count of [words.events, words.sources, words.soFar]) {
      for (const number of [0, 1, 2, 3, 11, 100]) expect(count(number)).toMatch(/\p{L}/u);
      for (const number of [3, 11, 100]) expect(count(number)).toContain(String(number));
    }
    for (const number of [1, 2, 11]) {
      expect(words.eventOf(number, 54)).toMatch(new RegExp(`${number}\\D.*54|54\\D.*${number}`));
      expect(words.afterEvent(number, 54)).not.toBe(words.eventOf(number, 54));
    }
    expect(words.afterEvent(0, 54)).toContain('54');
  });
});

describe.each(OTHERS)('the words in %s', (_tag, words) => {
  it('leave no string in English', () => {
    // Letters, and all of them Latin: names such as Ctrl stand among others.
    const latin = sayings(words).filter(
      ([path, said]) =>
        !['.language', '.direction'].includes(path) &&
        /\p{L}/u.test(said) &&
        !/[^\p{Script=Latin}\P{L}]/u.test(said),
    );
    expect(latin).toEqual([]);
  });
});

describe('every word', () => {
  /** Entries that are named one by one. The other tables are looked up by a kind, a state or a key. */
  const namesOf = (table: object): string[] => Object.keys(table);
  const NAMES = [
    ...namesOf(ENGLISH),
    ...namesOf(ENGLISH.dates).map((name) => `dates.${name}`),
    ...namesOf(ENGLISH.shareDialog).map((name) => `shareDialog.${name}`),
    ...namesOf(ENGLISH.map).map((name) => `map.${name}`),
    ...namesOf(ENGLISH.legendNotes).map((name) => `legendNotes.${name}`),
  ];

  it('is shown somewhere', () => {
    const code = readSources()
      .filter(({ path }) => /\.(ts|svelte)$/.test(path) && !path.startsWith('src/ui/words/'))
      .map(({ text }) => withoutComments(text))
      .join('\n');
    const isRead = (name: string): boolean => {
      const key = name.split('.').at(-1) ?? '';
      return new RegExp(`\\.${key}\\b|[{,]\\s*${key}\\s*[,}]`).test(code);
    };
    expect(NAMES.filter((name) => !isRead(name))).toEqual([]);
  });
});

describe('counting', () => {
  it('in English knows one and many', () => {
    expect([0, 1, 2, 11].map(ENGLISH.events)).toEqual([
      '0 events',
      '1 event',
      '2 events',
      '11 events',
    ]);
    expect([0, 1, 2].map(ENGLISH.sources)).toEqual(['0 sources', '1 source', '2 sources']);
  });

  it('in Korean and Chinese changes no noun', () => {
    expect([0, 1, 2, 11].map(KOREAN.events)).toEqual([
      '사건 0건',
      '사건 1건',
      '사건 2건',
      '사건 11건',
    ]);
    expect([0, 1, 2, 11].map(CHINESE.events)).toEqual([
      '0个事件',
      '1个事件',
      '2个事件',
      '11个事件',
    ]);
  });

  it('in Arabic knows none, one, two, few, many and the rest', () => {
    expect([0, 1, 2, 3, 11, 100].map(ARABIC.events)).toEqual([
      'لا أحداث',
      'حدث واحد',
      'حدثان',
      '3 أحداث',
      '11 حدثًا',
      '100 حدث',
    ]);
  });
});

describe('a language', () => {
  it('is written from right to left where it is Arabic', () => {
    expect(ALL.map(([, { direction }]) => direction)).toEqual(['ltr', 'ltr', 'ltr', 'rtl']);
  });

  it('sets names of keys apart where it is written from right to left', () => {
    const { selected } = ARABIC.shareDialog;
    expect(selected).toContain('\u2068Ctrl+C\u2069');
    expect(selected).toContain('\u2068⌘C\u2069');
  });

  it('has one tag, in the address, on the page and as the name of its file', async () => {
    for (const { tag } of LANGUAGES) expect((await loadWords(tag))?.language).toBe(tag);
    const folder = new URL('../../../src/ui/words/', import.meta.url);
    const files = readdirSync(folder).map((file) => file.replace('.ts', ''));
    const machinery = ['words', 'languages', 'choose-language', 'load-story-words'];
    const tags = LANGUAGES.map(({ tag }) => tag);
    expect(files.toSorted()).toEqual([...tags, ...machinery].toSorted());
  });

  it('has a tag of BCP 47, as its rules write it', () => {
    const tags = LANGUAGES.map(({ tag }) => tag);
    expect(Intl.getCanonicalLocales(tags)).toEqual(tags);
  });

  it('is named as Intl names it in the language itself', () => {
    for (const { tag, name } of LANGUAGES) expect(formatLanguage(tag, tag)).toBe(name);
  });

  it('is fetched again after a download that failed', async () => {
    const [korean] = LANGUAGES.filter(({ tag }) => tag === 'ko');
    if (!korean) throw new Error('Korean is not in the table.');
    const failure = new TypeError('Failed to fetch dynamically imported module');
    const load = vi.spyOn(korean, 'load').mockRejectedValueOnce(failure);
    await expect(loadWords('ko')).rejects.toBe(failure);
    expect(await loadWords('ko')).toBe(KOREAN);
    load.mockRestore();
  });

  it('is loaded by its tag, whatever region the tag adds', async () => {
    const tags = [...LANGUAGES.map(({ tag }) => tag), 'ko-KR', 'zh', 'EN-us', 'zh-CN', 'zh_Hans'];
    const loaded = await Promise.all(tags.map(loadWords));
    const regions = [KOREAN, CHINESE, ENGLISH, CHINESE, CHINESE];
    expect(loaded).toEqual([ENGLISH, KOREAN, CHINESE, ARABIC, ...regions]);
  });

  it.each(['', 'fr', 'not a tag', 'constructor', '__proto__', '-', 'k'])(
    'that there are no words for is null: %j',
    async (tag) => expect(await loadWords(tag)).toBeNull(),
  );

  it('is named in another, and by its tag where it cannot be', () => {
    expect(formatLanguage('en', 'ko')).toBe('영어');
    expect(formatLanguage('ko', 'en')).toBe('Korean');
    expect(formatLanguage('not a tag', 'en')).toBe('not a tag');
    expect(formatLanguage('en', 'not a tag')).toBe('en');
  });
});
