import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { bundledGrounds } from '../../../src/map/basemap/bundled-grounds.ts';
import { Player } from '../../../src/player/player.svelte.ts';
import { linkStory } from '../../../src/story/link.ts';
import { createLocalize } from '../../../src/story/text.ts';
import { formatMetadata } from '../../../src/site/metadata/metadata.ts';
import EventList from '../../../src/ui/list/EventList.svelte';
import EventCard from '../../../src/ui/panel/EventCard.svelte';
import App from '../../../src/ui/shell/App.svelte';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { KOREAN } from '../../../src/ui/words/ko.ts';
import type { Words } from '../../../src/ui/words/words.ts';
import { dataOf } from '../../fixtures/data.ts';
import { FIXTURE } from '../../story/fixture.ts';

/** Every text of the fixture that may have paragraphs, in two, in the ways in which editors write them. */
const TOLD = FIXTURE.replace(
  '"Two leaders meet."',
  '{ "en": "Two meet.\\n\\nThey part.", "ko": "둘이.\\r\\n\\r\\n만난다." }',
)
  .replace('"zone": "Asia/Seoul",', '"credits": "One hand.\\n\\nAnother.", "zone": "Asia/Seoul",')
  .replace('"They sign."', '"They\\nsign.\\r\\n \\r\\nThey leave."')
  .replace('"They signed."', '"So it is.\\r\\rSo it was.", "differs": "Not so.\\u2029Not at all."')
  .replace('"Posts go."', '"Posts go.\\n\\n\\nAll of them."')
  .replace('"begun",', '"begun", "text": "Two went.\\n\\nThen four.",');
const STORY = linkStory(dataOf(TOLD));

/** The paragraphs of some HTML, as text. */
const paragraphsOf = (html: string): string[] =>
  html
    .replace(/<!--.*?-->/g, '')
    .split(/<p\b[^>]*>/)
    .slice(1)
    .map((piece) =>
      piece
        .replace(/<\/p>.*/s, '')
        .replace(/<[^>]*>/g, '')
        .trim(),
    );

function propsIn(words: Words) {
  const player = new Player(STORY);
  player.seekEvent('pact');
  return { player, words, localize: createLocalize(words.language, STORY.language) };
}

const PACT = [
  ...['They sign.', 'They leave.', 'Posts go.', 'All of them.'],
  ...['Yonhap says: So it is.', 'So it was.', 'The record differs: Not so.', 'Not at all.'],
];

describe('a text with an empty line is shown in paragraphs', () => {
  it('on the card of the moment', () => {
    const event = STORY.events.find(({ id }) => id === 'pact');
    if (!event) throw new Error('no pact');
    const { body } = render(EventCard, { props: { ...propsIn(ENGLISH), event } });
    expect(paragraphsOf(body)).toEqual(expect.arrayContaining(PACT));
  });

  it('in the list, which is also the page without scripts and on paper', () => {
    const props = propsIn(ENGLISH);
    const { body } = render(EventList, {
      props: { ...props, read: props.player.scene, folded: false, written: null },
    });
    const told = paragraphsOf(body);
    expect(told).toEqual(expect.arrayContaining([...PACT, 'Then four.']));
    expect(told).toContainEqual(expect.stringMatching(/^Begun.*Two went\.$/));
  });
});

it.each([
  [ENGLISH, ['Two meet.', 'They part.']],
  [KOREAN, ['둘이.', '만난다.']],
])('So are the summary and the credits of the page, in each language', (words, summary) => {
  const { player } = propsIn(words);
  const { body } = render(App, { props: { player, words, grounds: bundledGrounds } });
  const credits = [`${words.ground} One hand.`, 'Another.'];
  expect(paragraphsOf(body)).toEqual(expect.arrayContaining([...summary, ...credits]));
});

it('A description for machines is one line', () => {
  const publication = { language: 'en', others: [], framed: false, address: null, picture: '' };
  const head = formatMetadata(STORY, publication);
  expect(head).toContain('content="Two meet. They part."');
});
