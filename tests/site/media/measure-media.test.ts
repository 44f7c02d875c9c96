import { describe, expect, it, test } from 'vitest';
import { measureMedia, type ReadFile } from '../../../src/site/media/measure-media.ts';
import {
  allowMedia,
  readMediaOrigins,
  splitOrigins,
} from '../../../src/site/media/media-origins.ts';
import { headersOf, parseHeaders } from '../../../src/site/headers.ts';
import { readFileSync } from 'node:fs';
import { formatPath } from '../../../src/story/parse/faults/fault.ts';
import type { StoryData } from '../../../src/story/story-data.ts';
import { dataOf } from '../../fixtures/data.ts';
import { drawPng, TOWER } from '../../fixtures/pictures.ts';
import { mutate } from '../../story/fixture.ts';

/** The fixture with media at its first event. */
const storyWith = (...media: object[]): StoryData =>
  dataOf(
    mutate('"text": "They talk.",', `"text": "They talk.", "media": ${JSON.stringify(media)},`),
  );

const bytesOf = (...parts: (readonly number[] | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));

const readFrom =
  (files: Readonly<Record<string, Uint8Array>>): ReadFile =>
  (path) =>
    Promise.resolve(files[path] ?? null);

const measure = (path: string, bytes: Uint8Array, kind = 'image') =>
  measureMedia(storyWith({ [kind]: path, alt: 'A' }), readFrom({ [path]: bytes }));

const red = (): [number, number, number] => [255, 0, 0];

/** A JPEG with nothing but its markers: 4 × 3 pixels, and how the camera was held (EXIF orientation). */
const jpegOf = (orientation: number): Uint8Array =>
  bytesOf(
    [0xff, 0xd8, 0xff, 0xe1, 0x00, 0x22],
    'Exif\0\0II',
    [0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0],
    [0xff, 0xc0, 0x00, 0x11, 8, 0, 3, 0, 4, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
    [0xff, 0xd9],
  );

describe('the size of a picture is read from its bytes', () => {
  test.each([
    ['a.png', drawPng(7, 5, red), 7, 5],
    ['a.gif', bytesOf('GIF89a', [9, 0, 4, 0, 0, 0, 0]), 9, 4],
    ['a.svg', bytesOf(TOWER), 300, 900],
    [
      'a.svg',
      bytesOf('<svg xmlns="http://www.w3.org/2000/svg" width="20.6" height="10"/>'),
      21,
      10,
    ],
    ['a.jpg', jpegOf(1), 4, 3],
    // Turned by a quarter: browsers show it upright.
    ['a.jpg', jpegOf(6), 3, 4],
    [
      'a.webp',
      bytesOf('RIFF', [30, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 11, 0, 0, 6, 0, 0]),
      12,
      7,
    ],
  ])('%s', async (path, bytes, width, height) => {
    const { data, faults } = await measure(path, bytes);
    expect(faults).toEqual([]);
    expect(data.events[0]?.media[0]).toMatchObject({ width, height, shown: true });
  });
});

describe('a file that no page can show is a fault at its place', () => {
  test.each([
    [
      'text',
      bytesOf('Hello, world'),
      /"a\.png" is no picture that can be read\. Export it as JPEG/,
    ],
    ['a page', bytesOf('<!doctype html><title>404</title>'), /is no picture/],
    ['an empty file', new Uint8Array(), /is an empty file/],
    [
      'a TIFF',
      bytesOf(
        'II*\0',
        [
          8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 4, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, 4, 0, 0, 0,
          0, 0, 0, 0,
        ],
      ),
      /picture/,
    ],
    [
      'a BMP',
      bytesOf(
        'BM',
        Array.from({ length: 30 }, () => 4),
      ),
      /of type bmp, which browsers do not show/,
    ],
    ['half a PNG', drawPng(7, 5, red).subarray(0, 14), /is no picture/],
    ['a picture without a size', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), /picture/],
    ['a picture of no width', bytesOf('GIF89a', [0, 0, 4, 0, 0, 0, 0]), /has no width or height/],
  ])('%s', async (_name, bytes, message) => {
    const { faults } = await measure('a.png', bytes);
    expect(faults).toEqual([
      {
        path: ['events', 0, 'media', 0, 'image'],
        code: 'media',
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('one that is not there', async () => {
    const story = storyWith({ image: 'a.png', alt: 'A' }, { audio: 'b/c.mp3', alt: 'B' });
    const { faults } = await measureMedia(story, readFrom({}));
    expect(faults.map(({ path }) => formatPath(path))).toEqual([
      'events[0].media[0].image',
      'events[0].media[1].audio',
    ]);
    expect(faults[1]?.message).toMatch(/^"b\/c\.mp3" is not there\. Copy the file beside/);
  });
});

it('A large file is a warning, with its size and the limit', async () => {
  const large = Buffer.concat([drawPng(2, 2, red), Buffer.alloc(9 * 1024 * 1024)]);
  const { faults, warnings } = await measure('a.png', large);
  expect(faults).toEqual([]);
  expect(warnings).toMatchObject([
    { code: 'large-file', message: /^"a\.png" has 9\.0 MiB\..* 8 MiB/ },
  ]);
  expect((await measure('a.mp3', large, 'audio')).warnings).toEqual([]);
});

describe('the files of a site', () => {
  it('are named by what they were called and by their content', async () => {
    const one = await measure('Fotos/Hafen von Kiel.PNG', drawPng(2, 2, red));
    expect(one.files[0]?.fileName).toMatch(/^media\/hafen-von-kiel-[\w-]{8}\.png$/);
    expect(one.data.events[0]?.media[0]?.src).toBe(one.files[0]?.fileName);
    const other = await measure('Fotos/Hafen von Kiel.PNG', drawPng(3, 2, red));
    expect(other.files[0]?.fileName).not.toBe(one.files[0]?.fileName);
    const foreign = await measure('사진/항구.png', drawPng(2, 2, red));
    expect(foreign.files[0]?.fileName).toMatch(/^media\/[\w-]{8}\.png$/);
  });

  it('have one for a file that is used twice, which is read once', async () => {
    const asked: string[] = [];
    const image = { image: 'a.png', alt: 'A' };
    const { files, data } = await measureMedia(storyWith(image, image), (path) => {
      asked.push(path);
      return Promise.resolve(drawPng(2, 3, red));
    });
    expect(asked).toEqual(['a.png']);
    expect(files).toHaveLength(1);
    expect(data.events[0]?.media.map(({ height }) => height)).toEqual([3, 3]);
  });

  it('include those of places', async () => {
    const file = mutate(
      '"precision": 50,',
      '"precision": 50, "media": [{ "image": "a.png", "alt": "A" }],',
    );
    const { files, data } = await measureMedia(
      dataOf(file),
      readFrom({ 'a.png': drawPng(2, 3, red) }),
    );
    expect(files).toHaveLength(1);
    expect(data.places[2]?.media[0]).toMatchObject({ src: files[0]?.fileName, width: 2 });
    const { faults } = await measureMedia(dataOf(file), readFrom({}));
    expect(formatPath(faults[0]?.path ?? [])).toBe('places.features[2].properties.media[0].image');
  });
});

describe('a film', () => {
  const film = { video: 'walk.mp4', alt: 'A walk' };
  const bytes = { 'walk.mp4': bytesOf('film'), 'walk.jpg': drawPng(2, 3, red) };
  const WEBVTT = '\uFEFFWEBVTT\n\n00:00.000 --> 00:01.000\nThey walk.\n';

  it('is built with its poster and its captions in each language', async () => {
    const story = storyWith({
      ...{ ...film, poster: 'walk.jpg' },
      captions: { en: 'walk.vtt', ko: 'ko/walk.vtt' },
    });
    const read = { ...bytes, 'walk.vtt': Buffer.from(WEBVTT), 'ko/walk.vtt': bytesOf('WEBVTT') };
    const { data, files, faults, warnings } = await measureMedia(story, readFrom(read));
    expect([faults, warnings]).toEqual([[], []]);
    const [media] = data.events[0]?.media ?? [];
    const names = files.map(({ fileName }) => fileName);
    expect(names).toEqual([
      expect.stringMatching(/^media\/walk-[\w-]{8}\.mp4$/),
      expect.stringMatching(/^media\/walk-[\w-]{8}\.jpg$/),
      expect.stringMatching(/^media\/walk-[\w-]{8}\.vtt$/),
      expect.stringMatching(/^media\/walk-[\w-]{8}\.vtt$/),
    ]);
    expect([media?.src, media?.poster, ...(media?.captions ?? []).map(({ src }) => src)]).toEqual(
      names,
    );
    // The poster's size is not the film's.
    expect(media).toMatchObject({ width: null, height: null });
  });

  test.each([
    [{ captions: 'walk.vtt' }, 'captions', /"walk\.vtt" is not there\. Copy the file beside/],
    [{ captions: { ko: 'ko.vtt' } }, 'captions', /"ko\.vtt" is not there/],
    [{ captions: 'srt.vtt' }, 'captions', /"srt\.vtt" is no WebVTT file: .* Export/],
    [{ captions: 'odd.vtt' }, 'captions', /"odd\.vtt" is no WebVTT file/],
    [{ poster: 'p.jpg' }, 'poster', /"p\.jpg" is not there/],
    [{ poster: 'srt.vtt' }, 'poster', /"srt\.vtt" is no picture/],
  ])(
    'whose file is missing or of another type is a fault at its key: %j',
    async (more, key, message) => {
      const other = { 'srt.vtt': bytesOf('1\n00:00:00,000'), 'odd.vtt': bytesOf('WEBVTTS') };
      const { faults } = await measureMedia(
        storyWith({ ...film, ...more }),
        readFrom({ ...bytes, ...other }),
      );
      expect(faults.map(({ path, code }) => [formatPath(path), code])).toEqual([
        [`events[0].media[0].${key}`, 'media'],
      ]);
      expect(faults[0]?.message).toMatch(message);
    },
  );

  it('without captions is a warning where the page plays it', async () => {
    const warningsOf = async (...media: object[]) => {
      const read = readFrom({ ...bytes, 'a.mp3': bytesOf('sound') });
      const { warnings } = await measureMedia(storyWith(...media), read, ['https://a.example']);
      return warnings.map(({ path, code, message }) => `${formatPath(path)}: ${code} ${message}`);
    };
    expect(await warningsOf(film)).toEqual([
      'events[0].media[0].video: no-captions "walk.mp4" has no captions for readers who cannot hear it. Name a WebVTT file in "captions".',
    ]);
    const played = { video: 'https://a.example/a.mp4', alt: 'A' };
    expect(await warningsOf(played)).toHaveLength(1);
    // The other site has captions of its own, or not.
    const watched = { video: 'https://www.youtube.com/watch?v=a', alt: 'A' };
    expect(await warningsOf(watched, { audio: 'a.mp3', alt: 'A' })).toEqual([]);
    const lost = { ...film, captions: 'https://b.example/a.vtt' };
    expect(await warningsOf(lost)).toEqual([
      'events[0].media[0].captions: no-captions "https://b.example/a.vtt" is on a site of which the page loads nothing. Copy the file beside the story.',
    ]);
  });
});

describe('media of other sites', () => {
  const WEB = [
    ['image', 'https://a.example/p.jpg'],
    ['image', 'https://a.example.evil.example/p.jpg'],
    ['image', 'https://b.example/p.jpg'],
    ['video', 'https://a.example/v.mp4?x=1'],
    ['video', 'https://a.example/watch?v=v.mp4'],
    ['audio', 'https://a.example:444/s.mp3'],
  ] as const;
  const shownWith = async (origins: readonly string[]): Promise<readonly boolean[]> => {
    const story = storyWith(...WEB.map(([kind, src]) => ({ [kind]: src, alt: 'A' })));
    const { data, files, faults } = await measureMedia(story, () => Promise.reject(), origins);
    expect([files, faults]).toEqual([[], []]);
    return data.events[0]?.media.map(({ shown }) => shown) ?? [];
  };

  it('are not shown, and nothing is read', async () => {
    expect(await shownWith([])).toEqual([false, false, false, false, false, false]);
  });

  it('are shown if the deployment allows exactly that origin, and it is a file', async () => {
    expect(await shownWith(['https://a.example'])).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('other sites that are named', () => {
  it('are origins, which the policies of the pages then allow for media alone', () => {
    expect(readMediaOrigins(splitOrigins(undefined))).toEqual([]);
    const origins = readMediaOrigins(splitOrigins(' https://a.example  https://b.example:8443/ '));
    expect(origins).toEqual(['https://a.example', 'https://b.example:8443']);
    const text = readFileSync(new URL('../../../public/_headers', import.meta.url), 'utf8');
    expect(allowMedia(text, [])).toBe(text);
    for (const path of ['/', '/index.html', '/embed.html']) {
      const policyOf = (headers: string): readonly string[] =>
        (
          new Map(headersOf(parseHeaders(headers), path)).get('Content-Security-Policy') ?? ''
        ).split('; ');
      const added = ' https://a.example https://b.example:8443';
      expect(policyOf(allowMedia(text, origins))).toEqual(
        policyOf(text).map((rule) => (/^(img|media)-src /.test(rule) ? rule + added : rule)),
      );
    }
  });

  it('are added within their line, whether or not another rule follows', () => {
    const text = "/a\n  Content-Security-Policy: img-src 'self'\n/b\n  A: 1; 2\n";
    expect(allowMedia(text, ['https://a.example'])).toBe(
      text.replace("'self'", "'self' https://a.example"),
    );
  });

  test.each([
    ['*'],
    ['https:'],
    ['http://a.example'],
    ['a.example'],
    ['https://a.example/path'],
    ["'unsafe-inline'"],
    ['https://*.example'],
    ['https://a.example;script-src'],
    ['https://me@a.example'],
  ])('allows nothing that is no origin: %s', (word) => {
    expect(() => readMediaOrigins([word])).toThrow(
      /Media from .*: this is not the origin of a site/,
    );
  });
});
