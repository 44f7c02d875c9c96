import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadStory, readStory } from '../../src/story/load.ts';
import { FIXTURE, mutate } from './fixture.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const serve = (response: Response | Promise<Response>) => {
  vi.stubGlobal('fetch', () => Promise.resolve(response));
};

describe('the bytes of a story', () => {
  it('are read as UTF-8, with or without a byte order mark', async () => {
    expect(await readStory(bytes(FIXTURE))).toMatchObject({ ok: true });
    expect(await readStory(bytes(`\uFEFF${FIXTURE}`))).toMatchObject({ ok: true });
  });

  it('are refused in another encoding, with the place of the first wrong byte', async () => {
    const latin = Uint8Array.from([...bytes('{\n "é": "'), 0xe9, ...bytes('"}')]);
    expect(await readStory(latin)).toEqual({
      ok: false,
      faults: [
        {
          path: [],
          code: 'encoding',
          message: 'This is not UTF-8. Save the file with the encoding UTF-8.',
          position: { line: 2, column: 8 },
        },
      ],
      warnings: [],
    });
  });
});

describe('fetching a story', () => {
  it('answers with the story', async () => {
    serve(new Response(FIXTURE));
    expect(await loadStory('story.json')).toMatchObject({ ok: true, story: { id: 'thaw' } });
  });

  it('finds the files of its media beside the story, after redirects too, and leaves the web as it is', async () => {
    const media = [
      { image: './photos/a b#1%.jpg', alt: 'A' },
      { image: 'https://a.example/b.jpg', alt: 'B' },
    ];
    const file = mutate(
      '"text": "They talk.",',
      `"text": "They talk.", "media": ${JSON.stringify(media)},`,
    );
    const response = new Response(file);
    Object.defineProperty(response, 'url', { value: 'https://cdn.example/2018/story.json?v=2' });
    serve(response);
    const answer = await loadStory('https://news.example/story.json');
    expect(answer.ok ? answer.story.events[0]?.media : answer).toMatchObject([
      { src: 'https://cdn.example/2018/photos/a%20b%231%25.jpg', shown: true },
      { src: 'https://a.example/b.jpg', shown: false },
    ]);
    serve(new Response(file));
    const unknown = await loadStory('story.json');
    expect(unknown.ok ? unknown.story.events[0]?.media[0]?.src : unknown).toBe(
      './photos/a%20b%231%25.jpg',
    );
  });

  it('answers with faults that know their line', async () => {
    serve(new Response(FIXTURE.replace('2018-03-05', 'June 2018')));
    expect(await loadStory('story.json')).toMatchObject({
      ok: false,
      faults: [{ message: '"June 2018" is not a date. Write 2018-06.', position: { line: 28 } }],
    });
  });

  it('answers with a fault when the server has none', async () => {
    serve(new Response('', { status: 404 }));
    expect(await loadStory('story.json')).toMatchObject({
      faults: [
        {
          code: 'unreachable',
          message: 'The story could not be loaded: the server answered 404.',
        },
      ],
    });
  });

  it('answers with a fault when there is no network, after three tries', async () => {
    vi.useFakeTimers();
    const fetch = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
    vi.stubGlobal('fetch', fetch);
    const loaded = loadStory('story.json');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await loaded).toMatchObject({
      faults: [
        {
          code: 'unreachable',
          message: 'The story could not be loaded: there was no answer, or it broke off.',
        },
      ],
    });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('says that a web page is no story', async () => {
    serve(new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }));
    expect(await loadStory('story.json')).toMatchObject({
      faults: [{ message: expect.stringMatching(/gives a web page, not a story\.$/) as string }],
    });
  });

  it('ends when the caller says', async () => {
    serve(new Promise<Response>(() => undefined));
    const stop = new AbortController();
    const loaded = loadStory('story.json', stop.signal);
    stop.abort();
    expect(await loaded).toMatchObject({ faults: [{ code: 'unreachable' }] });
  });

  it('stops reading at 20 MiB, whatever length was promised', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    serve(new Response(endless, { headers: { 'content-length': '10' } }));
    expect(await loadStory('story.json')).toMatchObject({ faults: [{ code: 'too-large' }] });
    expect(sent).toBeLessThan(25);
  });
});
