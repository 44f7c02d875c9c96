import { expect, it } from 'vitest';
import { resolveMedia } from '../../../src/story/media.ts';
import { withShownMedia } from '../../../src/ui/runtime/shown-media.ts';
import { dataOf } from '../../fixtures/data.ts';
import { mutate } from '../../story/fixture.ts';

const MEDIA = [
  { image: 'photos/a.jpg', alt: 'A' },
  { video: 'v.mp4', alt: 'V' },
  { image: 'https://images.example/b.jpg', alt: 'B' },
  { video: 'https://images.example/watch?v=1', alt: 'W' },
  { image: 'https://other.example/c.jpg', alt: 'C' },
];
const STORY = dataOf(
  mutate('"text": "They talk.",', `"text": "They talk.", "media": ${JSON.stringify(MEDIA)},`),
);

it('a video is without the poster and the captions that the page’s policy keeps away', () => {
  const film = {
    ...{ video: 'v.mp4', alt: 'V', poster: 'https://other.example/p.jpg' },
    captions: { en: 'v.en.vtt', ko: 'https://other.example/v.ko.vtt' },
  };
  const story = dataOf(
    mutate('"text": "They talk.",', `"text": "They talk.", "media": ${JSON.stringify([film])},`),
  );
  const resolved = resolveMedia(story, 'https://maps.example/desk/s.json');
  const [media] = withShownMedia(resolved, ['https://maps.example']).events[0]?.media ?? [];
  expect(media).toMatchObject({ shown: true, poster: null });
  expect(media?.captions).toEqual([{ language: 'en', src: 'https://maps.example/desk/v.en.vtt' }]);
});

it.each([
  ['of the page’s own origin', 'https://maps.example/s.json', [true, true, true, false, false]],
  ['of another origin', 'https://data.example/s.json', [false, false, true, false, false]],
])('a story %s shows the media that the page’s policy lets come', (_, address, expected) => {
  const origins = ['https://maps.example', 'https://images.example'];
  const { events } = withShownMedia(resolveMedia(STORY, address), origins);
  expect(events[0]?.media.map(({ shown }) => shown)).toEqual(expected);
});
