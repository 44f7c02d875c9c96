import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { Player } from '../../../src/player/player.svelte.ts';
import type { StoryEvent, Text } from '../../../src/story/story.ts';
import { createLocalize } from '../../../src/story/text.ts';
import EventList from '../../../src/ui/list/EventList.svelte';
import { ARABIC } from '../../../src/ui/words/ar.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { KOREAN } from '../../../src/ui/words/ko.ts';
import type { Words } from '../../../src/ui/words/words.ts';
import { CHINESE } from '../../../src/ui/words/zh-Hans.ts';
import { THAW, THAW_TOLD } from '../../fixtures/shipped.ts';

/** The list as a reader gets it before any script has run. */
function listIn(words: Words, written: string | null = null): string {
  const player = new Player(THAW);
  const localize = createLocalize(words.language, THAW.language);
  const props = { player, words, localize, read: player.scene, folded: false, written };
  return render(EventList, { props }).body.replace(/<!--.*?-->/g, '');
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&quot;': '"' };
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);

const itemsOf = (html: string): string[] => html.split('<li ').slice(1);

/** Every text that the story has of an event. */
function textsOf(event: StoryEvent, words: Words): string[] {
  const localize = createLocalize(words.language, THAW.language);
  const { title, text, at, who, claims, commitments } = event;
  const told: Text[] = [
    ...[title, text, ...(at ? [at.name] : [])],
    ...who.flatMap(({ name, role }) => [name, role ?? name]),
    ...claims.flatMap(({ says, differs }) => [says, ...(differs === null ? [] : [differs])]),
    ...commitments.flatMap((each) => [each.text, each.binds?.name ?? each.text]),
    ...commitments.flatMap(({ history }) =>
      history.flatMap((change) => (change.text === null ? [] : [change.text])),
    ),
  ];
  return told.map((each) => localize(each).text);
}

const english = listIn(ENGLISH);
const events = THAW_TOLD.moments.map(({ event }) => event);

describe('the list of all events', () => {
  it('has one item for each, in order, and no list within it', () => {
    const ids = [...english.matchAll(/<li id="event-([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(events.map(({ id }) => id));
    expect(english.match(/<li\b/g)).toHaveLength(events.length);
    expect(english.match(/<[ou]l\b/g)).toHaveLength(1);
  });

  it.each([ENGLISH, KOREAN, CHINESE, ARABIC].map((words) => [words.language, words] as const))(
    'tells in %s all that the story has of each event',
    (_tag, words) => {
      const items = itemsOf(listIn(words)).map(textOf);
      const missing = events.flatMap((event, index) =>
        textsOf(event, words).filter((text) => !items[index]?.includes(text)),
      );
      expect(missing).toEqual([]);
    },
  );

  it('tells the whole dated course of each promise', () => {
    events.forEach((event, index) => {
      const dates = itemsOf(english)[index]?.match(/<dt><time datetime="/g) ?? [];
      const changes = event.commitments.flatMap(({ history }) => history);
      expect(dates, event.id).toHaveLength(changes.length);
    });
  });

  it('names the sources of each event with their addresses', () => {
    events.forEach((event, index) => {
      const item = itemsOf(english)[index] ?? '';
      for (const { publisher, title, url } of event.sources) {
        expect(textOf(item)).toContain(publisher);
        expect(textOf(item)).toContain(title);
        if (url) expect(item.replaceAll('&amp;', '&')).toContain(`href="${url}"`);
      }
    });
  });

  it('leads to the events that an event follows from, within the page', () => {
    const led = [...english.matchAll(/href="#event-([^"]*)"/g)].map(([, id]) => id);
    expect(led).toEqual(events.flatMap(({ follows }) => follows.map(({ event }) => event)));
  });

  it('is open, and its items are closed, until somebody opens them', () => {
    const [list, ...items] = english.match(/<details[^>]*>/g) ?? [];
    expect(list).toMatch(/ open/);
    expect(items).toHaveLength(events.length);
    expect(items.filter((item) => / open/.test(item))).toEqual([]);
    expect(english.match(/<details\b/g)).toHaveLength(events.length + 1);
  });

  it('takes items that are written already as they are', () => {
    const html = listIn(ENGLISH, '<li id="event-written">Written</li>');
    expect(itemsOf(html)).toHaveLength(1);
    expect(html).toContain('<li id="event-written">Written</li>');
  });

  it('says of every text that is not in the page’s language which it is in', () => {
    const texts = (html: string) => html.match(/<bdi\b[^>]*>/g) ?? [];
    expect(texts(english).filter((tag) => tag.includes('lang='))).toEqual([]);
    const foreign = texts(listIn(ARABIC)).filter((tag) => tag.includes('lang="en"'));
    // Publishers, titles and authors of sources are names, whatever their language.
    const names = events.flatMap(({ sources }) => sources).length;
    expect(foreign.length).toBeGreaterThan(texts(english).length - 3 * names);
  });
});
