import { describe, expect, it, test } from 'vitest';
import { readStory } from '../../../src/story/load.ts';
import { formatPath } from '../../../src/story/parse/faults/fault.ts';
import { parseStory } from '../../../src/story/parse/parse.ts';
import { dataOf } from '../../fixtures/data.ts';
import { mutate } from '../fixture.ts';

const fileWith = (media: unknown): string =>
  mutate('"text": "They talk.",', `"text": "They talk.", "media": ${JSON.stringify(media)},`);

const faultsOf = (media: unknown): readonly string[] => {
  const parsed = parseStory(fileWith(media));
  if (parsed.ok) return [];
  return parsed.faults.map(({ path, message }) => `${formatPath(path)}: ${message}`);
};

const AT = 'events[0].media[0]';

test('An event and a place have their media as they are written', () => {
  const image = { image: 'p/a.jpg', alt: { en: 'A', ko: '가' }, caption: '*B*', credit: 'C' };
  const video = { video: 'https://a.example/watch?v=1', alt: 'D' };
  const [event] = dataOf(fileWith([image, video])).events;
  const none = {
    ...{ caption: null, credit: null, poster: null, captions: [] },
    ...{ width: null, height: null },
  };
  expect(event?.media).toEqual([
    {
      ...none,
      kind: 'image',
      src: 'p/a.jpg',
      shown: true,
      alt: image.alt,
      caption: '*B*',
      credit: 'C',
    },
    { ...none, kind: 'video', src: video.video, shown: false, alt: 'D' },
  ]);
  const place = mutate('"precision": 50,', `"precision": 50, "media": [${JSON.stringify(video)}],`);
  expect(dataOf(place).places[2]?.media).toEqual([event?.media[1]]);
  expect(dataOf(fileWith([])).events.map(({ media }) => media)).toEqual([[], [], [], []]);
});

describe('captions and a poster', () => {
  const captionsOf = (captions: unknown, file = fileWith) =>
    dataOf(file([{ video: 'a.mp4', alt: 'A', poster: 'a.jpg', captions }])).events[0]?.media[0]
      ?.captions;

  it('are files of a video, captions also one for each language', () => {
    expect(captionsOf('a.vtt')).toEqual([{ language: 'en', src: 'a.vtt' }]);
    expect(captionsOf({ ko: 'ko.vtt', 'ZH-hans': 'https://a.example/zh.vtt' })).toEqual([
      { language: 'ko', src: 'ko.vtt' },
      { language: 'zh-Hans', src: 'https://a.example/zh.vtt' },
    ]);
  });

  test.each([
    [{ image: 'a.jpg', captions: 'a.vtt' }, 'captions: is only for a video. Remove it.'],
    [{ audio: 'a.mp3', captions: 'a.vtt' }, 'captions: is only for a video. Link a transcript'],
    [{ image: 'a.jpg', poster: 'b.jpg' }, 'poster: is only for a video. Remove it.'],
    [{ audio: 'a.mp3', poster: 'b.jpg' }, 'poster: is only for a video. Remove it.'],
    [{ video: 'a.mp4', poster: '/b.jpg' }, 'poster: "/b.jpg" is neither beside the story nor'],
    [{ video: 'a.mp4', captions: '../a.vtt' }, 'captions: "../a.vtt" leads out'],
    [{ video: 'a.mp4', captions: { en: '../a.vtt' } }, 'captions.en: "../a.vtt" leads out'],
    [{ video: 'a.mp4', captions: { en: 3 } }, 'captions.en: expected a path or an address in quo'],
    [{ video: 'a.mp4', captions: { english: 'a.vtt' } }, 'captions.english: "english" is not a'],
    [{ video: 'a.mp4', captions: {} }, 'captions: expected a path or an address in quotes, or one'],
    [{ video: 'a.mp4', captions: ['a.vtt'] }, 'captions: expected a path or an address in quotes'],
    [{ video: 'a.mp4', subtitles: 'a.vtt' }, 'subtitles: is not known here. Did you mean "capt'],
    [{ video: 'a.mp4', captions: { en: 'a.vtt', EN: 'b.vtt' } }, 'captions.EN: is the same lang'],
  ])('%j is a fault', (item, message) => {
    expect(faultsOf([{ ...item, alt: 'A' }])).toEqual([
      expect.stringContaining(`${AT}.${message}`),
    ]);
  });
});

describe('an item needs', () => {
  test.each([
    [
      { image: 'a.jpg' },
      `${AT}.alt: is missing. Add "alt", and say in it what is to be seen or heard.`,
    ],
    [
      { image: 'a.jpg', alt: '' },
      `${AT}.alt: is empty. Say what is to be seen or heard, for readers who cannot.`,
    ],
    [{ image: 'a.jpg', alt: ' \u200B' }, `${AT}.alt: is empty.`],
    [{ alt: 'A' }, `${AT}: has none of "image", "video", "audio". Write one of them`],
    [
      { image: 'a.jpg', video: 'a.mp4', alt: 'A' },
      `${AT}.video: has "image" and "video". Write an item for each.`,
    ],
    [{ src: 'a.jpg', alt: 'A' }, `${AT}.src: is not known here. Did you mean "image"?`],
    [
      { image: 'a.jpg', alt: 'A', caption: '[a](b)' },
      `${AT}.caption: has a link whose address "b"`,
    ],
    [{ image: 'a.jpg', alt: 'A\nB' }, `${AT}.alt: has a line break`],
    [
      { image: 3, alt: 'A' },
      `${AT}.image: expected a path or an address in quotes, got the number 3.`,
    ],
    ['a.jpg', `${AT}: expected an object, got the text "a.jpg".`],
  ])('%j', (item, message) => {
    expect(faultsOf([item])).toContainEqual(expect.stringContaining(message));
  });

  it('company of at most eleven', () => {
    const item = { image: 'a.jpg', alt: 'A' };
    expect(faultsOf(Array.from({ length: 12 }, () => item))).toEqual([]);
    expect(faultsOf(Array.from({ length: 13 }, () => item))).toEqual([
      'events[0].media: has 13 items. At most 12 are allowed.',
    ]);
    expect(faultsOf(item)).toHaveLength(1);
  });
});

describe('a file lies beside the story, or at an https address', () => {
  test.each([
    'a.jpg',
    './a.jpg',
    'photos/2018/port of call #1 50%.jpg',
    '사진/항구.png',
    'a..b/c.jpg',
    'A.JPG',
    'photos/./a.jpg',
    'https://a.example/b.jpg',
    'HTTPS://a.example/b',
  ])('%s', (image) => expect(faultsOf([{ image, alt: 'A' }])).toEqual([]));

  test.each([
    ['../a.jpg', /leads out of the story's folder\. Copy the file/],
    ['a/../../b.jpg', /leads out/],
    ['/etc/passwd', /neither beside the story nor an https address/],
    ['//a.example/b.jpg', /neither beside/],
    ['C:\\a.jpg', /has a backslash/],
    ['C:/a.jpg', /neither beside/],
    ['a\\b.jpg', /has a backslash\. Write \//],
    ['file:///a.jpg', /neither beside/],
    ['data:image/png;base64,AA', /neither beside/],
    ['javascript:alert(1)', /neither beside/],
    ['http://a.example/b.jpg', /is not encrypted, .*Write https:/],
    ['https:a.example', /is not a web address/],
    ['https://me:secret@a.example/b.jpg', /has a user name or a password/],
    ['https://a.example/b c.jpg', /is not a web address/],
    ['', /is no path/],
    [' a.jpg', /is no path/],
    ['a//b.jpg', /is no path of a file/],
    ['photos/', /is no path of a file/],
    ['a\u0000.jpg', /has a character that no path may have/],
    ['a\uD800.jpg', /has a character that no path may have/],
    ['.env', /is hidden, and hidden files are not published/],
    ['.git/config', /is hidden/],
    ['photos/.a.jpg', /is hidden/],
    ['...jpg', /is hidden/],
    ['story.json', /is no picture, video or sound by its name\. Give it the ending of one/],
    ['a.jpg.html', /is no picture, video or sound/],
    ['id_rsa', /is no picture, video or sound/],
    [`${'a'.repeat(401)}.jpg`, /has 405 characters/],
  ])('%j is neither', (image, message) => {
    const faults = faultsOf([{ image, alt: 'A' }]);
    expect(faults).toEqual([expect.stringMatching(message)]);
    expect(faults[0]).toMatch(/^events\[0\]\.media\[0\]\.image: /);
    expect(faults[0]).not.toContain('secret');
  });
});

test('A fault of media has its line', async () => {
  const file = mutate(
    '"text": "They talk.",',
    '"text": "They talk.",\n"media": [\n{ "image": "/a" , "alt": "A" }],',
  );
  const parsed = await readStory(new TextEncoder().encode(file));
  const at = file.slice(0, file.indexOf('"/a"')).split('\n').length;
  expect(parsed.ok ? [] : parsed.faults.map(({ position }) => position?.line)).toEqual([at]);
});
