import { expect, it } from 'vitest';
import { mediaPathsOf } from '../../../src/story/formats/media-paths.ts';

const storyWith = (...images: readonly unknown[]) => ({
  events: [{ media: images.map((image) => ({ image })) }],
});

it('Media beside a story are those that its events and places name, once each', () => {
  const story = {
    events: [{ media: [{ image: 'a.jpg' }, { video: 'films/b.mp4' }] }, {}, null],
    places: { features: [{ properties: { media: [{ audio: 'c.mp3' }, { image: 'a.jpg' }] } }] },
  };
  expect(mediaPathsOf(story)).toEqual(['a.jpg', 'films/b.mp4', 'c.mp3']);
});

it('Posters and captions are media beside a story, captions in each language', () => {
  const films = [
    { video: 'a.mp4', poster: 'a.jpg', captions: 'a.vtt' },
    { video: 'b.mp4', captions: { en: 'b/en.vtt', ko: '../ko.vtt', de: 7 } },
  ];
  const paths = ['a.mp4', 'a.jpg', 'a.vtt', 'b.mp4', 'b/en.vtt'];
  expect(mediaPathsOf({ events: [{ media: films }] })).toEqual(paths);
});

it.each([
  ...['../a.jpg', '/a.jpg', 'a/../../b.jpg', '..', 'C:/a.jpg', 'a\\b.jpg', 'a\0.jpg', ''],
  ...['.git/a.jpg', 'a/.ssh/b.png', '.a.jpg', 'hooks/post-commit', 'a.sh', 'story.json'],
  ...[
    'https://news.example/a.jpg',
    '//news.example/a.jpg',
    'data:image/png;base64,AA.png',
    7,
    null,
  ],
])('%j is none', (path) => {
  expect(mediaPathsOf(storyWith(path))).toEqual([]);
});

it.each([
  null,
  7,
  'a',
  [],
  { events: 1 },
  { events: [1], places: [] },
  { places: { features: 1 } },
])('A value that is no story has none: %j', (value) => {
  expect(mediaPathsOf(value)).toEqual([]);
});
