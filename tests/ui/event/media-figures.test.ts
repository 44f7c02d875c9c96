import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../../src/story/story.ts';
import { createLocalize } from '../../../src/story/text.ts';
import { loadExtras } from '../../../src/ui/event/extras.ts';
import MediaFigures from '../../../src/ui/event/MediaFigures.svelte';
import Paragraphs from '../../../src/ui/event/Paragraphs.svelte';
import { ARABIC } from '../../../src/ui/words/ar.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import type { Words } from '../../../src/ui/words/words.ts';

await loadExtras();

const IMAGE: Media = {
  kind: 'image',
  src: 'media/port-1.jpg',
  shown: true,
  alt: 'A port',
  caption: null,
  credit: null,
  poster: null,
  captions: [],
  width: 1200,
  height: 800,
};

const show = (media: Partial<Media>, words: Words = ENGLISH): string => {
  const props = { media: [{ ...IMAGE, ...media }], owner: 'event:talks', words };
  const localize = createLocalize(words.language, 'en');
  return render(MediaFigures, { props: { ...props, localize, Paragraphs } }).body.replace(
    /<!--.*?-->/g,
    '',
  );
};
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('a picture', () => {
  it('has its size and its text, is loaded when it is near, and leads to its file', () => {
    const html = show({});
    const [tag = ''] = /<img[^>]*>/.exec(html) ?? [];
    for (const attribute of [
      'width="1200"',
      'height="800"',
      'alt="A port"',
      'loading="lazy"',
      'decoding="async"',
    ]) {
      expect(tag).toContain(attribute);
    }
    expect(html).toMatch(/<a [^>]*href="media\/port-1\.jpg"/);
    expect(html).not.toContain('figcaption');
  });

  it('has caption and credit below, with their links and emphasis', () => {
    const html = show({ caption: 'In *port*.\n\n[More](https://a.example)', credit: { ko: '김' } });
    const [caption = ''] = /<figcaption.*<\/figcaption>/s.exec(html) ?? [];
    expect(caption).toMatch(/<em[^>]*><span>port<\/span><\/em>/);
    expect(caption).toMatch(
      /<a [^>]*target="_blank" rel="noopener noreferrer" href="https:\/\/a\.example"/,
    );
    expect(caption).toMatch(/<bdi lang="ko">김<\/bdi>/);
  });

  it('is a link that names its site, where the page may not load it', () => {
    const html = show({ src: 'https://www.example.org/p.jpg', shown: false });
    expect(html).not.toMatch(/<img|srcset|src="/);
    expect(html).toContain('href="https://www.example.org/p.jpg"');
    expect(wordsOf(html)).toBe('Show the picture at example.org: A port');
  });
});

describe('a film and a sound', () => {
  it.each(['video', 'audio'] as const)('load nothing before they are started: %s', (kind) => {
    const html = show({ kind, src: 'media/a-1.bin', width: null, height: null });
    expect(html).toMatch(
      new RegExp(`<${kind} [^>]*src="media/a-1\\.bin"[^>]* controls[^>]* preload="none"`),
    );
    expect(html).toContain('aria-label="A port"');
    expect(html).not.toContain('autoplay');
  });

  it('have captions in each language, by its own name, and a video has a poster, also on paper', () => {
    const captions = [
      { language: 'en', src: 'media/walk-1.vtt' },
      { language: 'ko', src: 'media/walk-2.vtt' },
    ];
    const poster = 'media/walk-3.jpg';
    const html = show({ kind: 'video', src: 'media/walk-0.mp4', poster, captions });
    const [player = ''] = /<video.*<\/video>/s.exec(html) ?? [];
    expect(player).toMatch(/<video [^>]*poster="media\/walk-3\.jpg"[^>]* loading="lazy"/);
    expect(player).not.toContain('crossorigin');
    expect(player.match(/<track [^>]*>/g)?.map((tag) => tag.replace(/ ?\/>/, '>'))).toEqual([
      '<track kind="captions" src="media/walk-1.vtt" srclang="en" label="English">',
      '<track kind="captions" src="media/walk-2.vtt" srclang="ko" label="한국어">',
    ]);
    expect(html).toMatch(/<img class="on-paper[^"]*" src="media\/walk-3\.jpg" alt=""/);
    const foreign = [{ language: 'en', src: 'https://a.example/a.vtt' }];
    expect(show({ kind: 'video', src: 'https://a.example/a.mp4', captions: foreign })).toMatch(
      /<video [^>]*crossorigin="anonymous"/,
    );
  });

  it('are links where their address is that of a page', () => {
    const film = { kind: 'video', src: 'https://www.youtube.com/watch?v=a', shown: false } as const;
    expect(show(film)).not.toMatch(/<video|<iframe/);
    expect(wordsOf(show(film))).toBe('Watch on youtube.com: A port');
    expect(wordsOf(show({ ...film, kind: 'audio' }))).toBe('Listen on youtube.com: A port');
    expect(wordsOf(show(film, ARABIC))).toContain('\u2068youtube.com\u2069');
  });
});

describe('a paragraph', () => {
  const paragraph = (text: string): string =>
    render(Paragraphs, { props: { text: { text, lang: undefined } } }).body.replace(
      /<!--.*?-->/g,
      '',
    );

  it('without markup is as it was: one element with its text', () => {
    expect(paragraph('They met.')).toMatch(/^<p><bdi>They met\.<\/bdi><\/p>$/);
  });

  it('with markup has its elements, and never HTML of its author', () => {
    const html = paragraph('**No** <b>[*way*](https://a.example/?a=1&b="2")</b>');
    expect(html).toContain('<strong><span>No</span></strong>');
    expect(html).toContain('&lt;b>');
    expect(html).toMatch(
      /href="https:\/\/a\.example\/\?a=1&amp;b=&quot;2&quot;"[^>]*><em[^>]*><span>way/,
    );
  });
});
