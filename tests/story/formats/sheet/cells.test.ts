import { describe, expect, test } from 'vitest';
import { csv, faultsOf, notesOf, parserFaults, storyOf } from './kit.ts';

/** A CSV of one event with a cell in one more column. */
const withCell = (column: string, cell: string) =>
  csv(`date,title,${column}\n2018-06-12,a,"${cell.replaceAll('"', '""')}"\n`);

const eventOf = async (column: string, cell: string) =>
  storyOf(await withCell(column, cell)).events[0];

describe('The address of a source is found', () => {
  const sourcesOf = async (column: string, cell: string) =>
    storyOf(await withCell(column, cell)).sources.map(({ title, url }) => [title, url]);
  const REUTERS = [['Reuters', 'https://reuters.example/x']];

  test.each([
    'Reuters https://reuters.example/x',
    'Reuters (https://reuters.example/x)',
    'Reuters, https://reuters.example/x',
    'Reuters: https://reuters.example/x',
    'Reuters <https://reuters.example/x>',
    '[Reuters](https://reuters.example/x)',
    '<a href="https://reuters.example/x" target=_blank>Reuters</a>',
    "<a href='https://reuters.example/x'>Reuters</a>",
    'Reuters; https://reuters.example/x;',
  ])('in “%s”', async (cell) => expect(await sourcesOf('source', cell)).toEqual(REUTERS));

  test.each([
    ['Source:https://a.example/x', 'a.example/x', 'https://a.example/x'],
    [
      'https://a.example/x;jsessionid=1?p=2',
      'a.example/x;jsessionid=1?p=2',
      'https://a.example/x;jsessionid=1?p=2',
    ],
    ['https://a.example/?w=1&amp;h=2', 'a.example/?w=1&h=2', 'https://a.example/?w=1&h=2'],
    ['(https://a.example/X_(film))', 'a.example/X_(film)', 'https://a.example/X_(film)'],
  ])('and whole in “%s”', async (cell, title, url) => {
    expect(await sourcesOf('source', cell)).toEqual([[title, url]]);
    expect(await sourcesOf('link', cell)).toEqual([[title, url]]);
  });

  test('of each of two sources', async () => {
    const both = [
      ['Reuters', 'https://a.example/'],
      ['BBC', 'https://b.example/'],
    ];
    for (const cell of [
      'Reuters (https://a.example/), BBC (https://b.example/)',
      '[Reuters](https://a.example/); [BBC](https://b.example/)',
      'Reuters https://a.example/;BBC https://b.example/',
    ])
      expect(await sourcesOf('source', cell)).toEqual(both);
    expect(await sourcesOf('link', 'https://a.example/;https://b.example/')).toHaveLength(2);
  });

  test('and what is left over in a column of links is told', async () => {
    const notes = notesOf(await withCell('link', '[Reuters](https://reuters.example/x)'));
    expect(notes.join()).toContain('events, row 2, link: “Reuters” is not a web address');
    expect(notesOf(await withCell('link', '(https://reuters.example/x)')).join()).not.toContain(
      'link',
    );
  });
});

describe('A picture is a file that the page can show', () => {
  test.each([
    ['https://a.example/p?w=1&amp;h=2', ['https://a.example/p?w=1&h=2']],
    ['https://a.example/p;id=1', ['https://a.example/p;id=1']],
    ['a.jpg;b c.jpg', ['a.jpg', 'b c.jpg']],
    [
      'https://a.example/1.jpg; https://a.example/2.jpg;',
      ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
    ],
  ])('“%s”', async (cell, files) => {
    const event = await eventOf('image', cell);
    const media = event?.['media'] as readonly { image: string }[];
    expect(media.map(({ image }) => image)).toEqual(files);
  });

  test.each(['yes', 'folder\\a.jpg', 'photos//a.jpg', 'https://me:pw@a.example/a.jpg'])(
    'and %s is a fault of its cell',
    async (cell) => expect(faultsOf(await withCell('image', cell))[0]).toContain('row 2, image: '),
  );
});

describe('HTML in a cell', () => {
  test.each([
    ['<b>Kim </b>met Trump', '**Kim** met Trump'],
    ['<p>He met <i>Trump</i>s</p>', 'He met Trumps'],
    ['<p>5 * 3 * 2 <i>is</i> 30', '5 \\* 3 \\* 2 *is* 30'],
    ['*One*<br>[two](https://a.example/)', '*One*\n[two](https://a.example/)'],
    ['<p>He said <sic> so</p>', 'He said <sic> so'],
    ['&lt;b&gt;Kim&lt;/b&gt; &eacute;', '**Kim** é'],
  ])('%j is read as %j', async (cell, text) =>
    expect((await eventOf('text', cell))?.['text']).toBe(text),
  );
});

describe('German headings', () => {
  test('“Tag” beside “Monat” is a day', async () => {
    const imported = await csv('Jahr;Monat;Tag;Titel\n2018;6;12;a\n2018;Juni;;b\n');
    const { events, tags } = storyOf(imported);
    expect(events.map(({ when }) => when)).toEqual(['2018-06-12', '2018-06']);
    expect(tags).toBeUndefined();
    expect(await parserFaults(imported)).toEqual([]);
  });

  test.each(['Date,Title,Tag\n2018,a,war\n', 'Year,Month,Day,Title,Tag\n2018,6,12,a,war\n'])(
    'and an English one that sorts events: %j',
    async (text) => expect(storyOf(await csv(text)).tags).toEqual([{ id: 'war', name: 'war' }]),
  );
});
