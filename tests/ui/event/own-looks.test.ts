import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it, test } from 'vitest';
import { Player } from '../../../src/player/player.svelte.ts';
import { createLocalize } from '../../../src/story/text.ts';
import EventItems from '../../../src/ui/list/EventItems.svelte';
import EventCard from '../../../src/ui/panel/EventCard.svelte';
import Legend from '../../../src/ui/panel/Legend.svelte';
import { ARABIC } from '../../../src/ui/words/ar.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { KOREAN } from '../../../src/ui/words/ko.ts';
import { CHINESE } from '../../../src/ui/words/zh-Hans.ts';
import type { Words } from '../../../src/ui/words/words.ts';
import { readStory } from '../../fixtures/shipped.ts';

const FILE = readFileSync(new URL('../../fixtures/own-looks.json', import.meta.url), 'utf8');

/** A part of the page as a reader gets it, without the marks of hydration. */
const bare = (html: string): string => html.replace(/<!--.*?-->/g, '');
const textOf = (html: string): string =>
  bare(html)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');

function show(words: Words = ENGLISH, file = FILE) {
  const player = new Player(readStory(file));
  const { chronology, story } = player;
  const localize = createLocalize(words.language, story.language);
  const card = (id: string): string => {
    const event = story.events.find((one) => one.id === id);
    if (event === undefined) throw new Error(`There is no ${id}`);
    return bare(render(EventCard, { props: { event, player, words, localize } }).body);
  };
  return {
    card,
    list: render(EventItems, { props: { chronology, words, localize, whole: true } }).body,
    legend: render(Legend, { props: { player, words, localize } }).body,
  };
}

describe('Tags', () => {
  it('are words on the card and in the list, and no links', () => {
    expect(textOf(show().card('summit'))).toContain('Topics: Arms control, Missiles');
    expect(textOf(show().list)).toContain('Topics: Arms control, Missiles');
    expect(bare(show().list)).not.toMatch(/<a [^>]*>[^<]*<bdi>Missiles/);
  });

  it('are not mentioned where an event has none', () => {
    expect(textOf(show().card('force'))).not.toContain('Topics');
  });

  test.each([KOREAN, CHINESE, ARABIC])(
    'are introduced in every language of the interface',
    (words) => {
      const text = textOf(show(words).card('summit'));
      expect(text).toContain(`${words.topics}${words.colon}Arms control${words.between}Missiles`);
    },
  );
});

describe('Another name for a kind', () => {
  it('is written on the card, in the list and in the legend', () => {
    const { card, list, legend } = show();
    expect(textOf(card('summit'))).toMatch(/^\s*Summit/);
    expect(textOf(list)).toContain('Summit');
    expect(textOf(legend)).toContain('Summit: a seat for each guest');
    expect([card('summit'), list, legend].map(textOf).join()).not.toContain('Meeting');
    expect(textOf(legend)).toContain('Treaty ceremony');
    // The kind that has no other name keeps that of the interface.
    expect(textOf(legend)).toContain('Agreement: a line to each place it binds');
  });

  it('stands in the phrase of a plan, too', () => {
    const planned = FILE.replace('"kind": "ceremony",', '"kind": "ceremony", "status": "planned",');
    expect(textOf(show(ENGLISH, planned).list)).toContain('Treaty ceremony, planned');
    expect(textOf(show(KOREAN, planned).list)).toContain('Treaty ceremony(예정)');
  });

  it('says its language where that is not the page’s', () => {
    expect(show(KOREAN).card('summit')).toContain('<bdi lang="en">Summit</bdi>');
    expect(show(KOREAN).card('treaty')).toContain(`<bdi>${KOREAN.kinds.agreement}</bdi>`);
  });
});

describe('A colour of a party', () => {
  it('is on its tokens, in the card and in the legend, and on nobody else’s', () => {
    const { card, legend } = show();
    const tokens = [...card('summit').matchAll(/<g data-hue="(\w+)"([^>]*)>/g)].map(
      ([, hue = '', rest = '']) => [hue, /--party: ?(.*?);?"/.exec(rest)?.[1] ?? null],
    );
    expect(tokens.slice(-5)).toEqual([
      ['north', 'light-dark(#117a5d, #58d0a8)'],
      ['west', 'light-dark(#8c0f24, #ff7583)'],
      ['east', 'light-dark(#4d1f80, #9f7dd8)'],
      ['south', null],
      ['other', 'light-dark(#b04a00, #c97e3d)'],
    ]);
    expect(bare(legend).match(/--party: ?light-dark/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it('gives each party a line of its own in the legend', () => {
    const lines =
      bare(show().legend)
        .match(/<li.*?<\/li>/gs)
        ?.map(textOf) ?? [];
    expect(lines.map((line) => line.trim()).slice(0, 5)).toEqual([
      'United Kingdom',
      'United States',
      'Soviet Union',
      'Iceland',
      'NATO',
    ]);
  });
});
