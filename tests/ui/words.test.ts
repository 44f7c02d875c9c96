import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../src/scene/figures.ts';
import {
  COMMITMENT_STATES,
  EVENT_KINDS,
  EVENT_STATUSES,
  LINK_VERBS,
} from '../../src/story/story.ts';
import { BINDINGS } from '../../src/ui/keys.ts';
import { ENGLISH } from '../../src/ui/words.ts';

const wordless = (names: readonly string[], words: Readonly<Record<string, string>>) =>
  names.filter((name) => !/\p{L}{3}/u.test(words[name] ?? ''));

describe('the words of the interface', () => {
  it('name every kind of event, every state of a commitment and every link', () => {
    expect(wordless(EVENT_KINDS, ENGLISH.kinds)).toEqual([]);
    expect(wordless(COMMITMENT_STATES, ENGLISH.states)).toEqual([]);
    expect(wordless(LINK_VERBS, ENGLISH.verbs)).toEqual([]);
  });

  it('say of an event that it is planned or reported, and nothing of one that happened', () => {
    expect(wordless(EVENT_STATUSES, ENGLISH.statuses)).toEqual(['happened']);
    expect(ENGLISH.statuses.happened).toBe('');
  });

  it('explain in the legend every figure that the map draws, and the hollow one', () => {
    const figures = [...new Set(Object.values(FIGURES)), 'hollow'];
    expect(wordless(figures, ENGLISH.figures)).toEqual([]);
    expect(Object.keys(ENGLISH.figures).toSorted()).toEqual(figures.toSorted());
  });

  it('explain every key, and no key that there is not', () => {
    const keys = [...BINDINGS.map(({ name }) => name), 'fullscreen', 'help'];
    expect(wordless(keys, ENGLISH.keys)).toEqual([]);
    expect(Object.keys(ENGLISH.keys).toSorted()).toEqual(keys.toSorted());
  });

  it('have no two kinds, states or keys of the same name', () => {
    for (const words of [ENGLISH.kinds, ENGLISH.states, ENGLISH.verbs, ENGLISH.keys]) {
      const said = Object.values(words);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('count one as one, and none and many as many', () => {
    expect([0, 1, 2].map(ENGLISH.events)).toEqual(['0 events', '1 event', '2 events']);
    expect([0, 1, 2].map(ENGLISH.sources)).toEqual(['0 sources', '1 source', '2 sources']);
  });
});
