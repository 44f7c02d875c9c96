import { describe, expect, it } from 'vitest';
import { htmlOf, inlineHtmlOf, plainOf } from '../../../../src/story/formats/write/html.ts';
import { FORMATS } from '../../../../src/story/formats/write/formats.ts';
import { withEvent } from './stories.ts';

describe('markup of a story as HTML', () => {
  it.each([
    [
      'See [the *log*](https://a.example/?a=1&b="2").',
      '<p>See <a href="https://a.example/?a=1&amp;b=&quot;2&quot;">the <em>log</em></a>.</p>',
    ],
    [
      '**Two** paragraphs\n\nand *more*',
      '<p><strong>Two</strong> paragraphs</p><p>and <em>more</em></p>',
    ],
    ['2 * 3 < \\*7\\*', '<p>2 * 3 &lt; *7*</p>'],
    ['<b>no</b> [x](javascript:alert)', '<p>&lt;b&gt;no&lt;/b&gt; [x](javascript:alert)</p>'],
  ])('%s', (text, html) => {
    expect(htmlOf(text)).toBe(html);
    expect(inlineHtmlOf(text)).toBe(html.replaceAll('</p><p>', ' ').replace(/^<p>|<\/p>$/g, ''));
  });

  it('is taken away where only words are possible', () => {
    expect(plainOf('**Two** [words](https://a.example)\n\n\\*')).toBe('Two words\n\n*');
  });
});

describe('a text with markup and a title with the same signs', () => {
  const text = 'They *sign* a [paper](https://a.example).';
  const title = 'Plan *B* \\[draft]';

  it.each([
    ['csv', text],
    ['geojson', 'They sign a paper.'],
    ['icalendar', 'They sign a paper.'],
    ['kml', '&lt;p&gt;They &lt;em&gt;sign&lt;/em&gt; a &lt;a href="https://a.example"&gt;paper'],
    ['linked-places', 'They sign a paper.'],
    ['timelinejs', 'They \\u003cem>sign\\u003c/em> a \\u003ca href=\\"https://a.example\\">paper'],
  ] as const)('in %s: the text is marked up or plain, the title stays', async (name, written) => {
    const file = (await FORMATS[name].write(withEvent({ text, title }), 'en')).text;
    const whole = file.replaceAll('\r\n ', '');
    expect(whole).toContain(written);
    const shown = name === 'csv' || name === 'kml' ? title : title.replaceAll('\\', '\\\\');
    expect(whole).toContain(shown);
  });

  it('never loses a sign of an address', async () => {
    const url = 'https://a.example/*x*/[y](z)';
    const media = withEvent({}).events.flatMap(({ sources }) =>
      sources.map((source) => ({ ...source, url })),
    );
    expect((await FORMATS.csv.write(withEvent({ sources: media }), 'en')).text).toContain(url);
  });
});
