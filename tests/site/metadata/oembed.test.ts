import { describe, expect, test } from 'vitest';
import { ANSWERS, describeEmbed, type Embeddable } from '../../../src/site/metadata/oembed.ts';
import { formatMetadata } from '../../../src/site/metadata/metadata.ts';
import { heightAt } from '../../../src/embed/protocol.ts';
import { THAW } from '../../fixtures/shipped.ts';

const PAGE: Embeddable = {
  address: 'https://news.example/korea/',
  name: 'Map: The Korean thaw, 2017–2019',
  title: 'The Korean thaw, 2017–2019',
  language: 'en',
};
const [JSON_ANSWER, XML_ANSWER] = ANSWERS;

/** Elements of an XML of one level, by name; their texts as they are written. */
const elementsOf = (xml: string): Record<string, string> =>
  Object.fromEntries(
    [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', text = '']) => [name, text]),
  );

describe('EM-29: Whoever asks by oEmbed', () => {
  test('is given a plain frame, with all that the standard asks for', () => {
    expect(describeEmbed(PAGE)).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'The Korean thaw, 2017–2019',
      provider_name: 'news.example',
      provider_url: 'https://news.example/korea/',
      html: expect.stringMatching(/^<iframe [^<>]*><\/iframe><p>/) as string,
      width: 640,
      height: heightAt(640),
      thumbnail_url: 'https://news.example/korea/card.png',
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    const { html } = describeEmbed(PAGE);
    expect(
      html.endsWith(
        '<p><a href="https://news.example/korea/">Map: The Korean thaw, 2017–2019</a></p>',
      ),
    ).toBe(true);
    expect(html).not.toContain('style=');
    expect(html).toContain('src="https://news.example/korea/embed.html"');
    expect(html).toContain('title="Map: The Korean thaw, 2017–2019"');
    expect(html).toContain(`width="640" height="${heightAt(640)}"`);
  });

  test.each([
    [{ width: 320 }, 320, heightAt(320)],
    [{ width: 500, height: 300 }, 500, 300],
    [{ height: 400 }, 640, 400],
    [{ width: 2000, height: 2000 }, 640, heightAt(640)],
  ])('is given no more than the room there is: %j', (room, width, height) => {
    const answer = describeEmbed(PAGE, room);
    expect([answer.width, answer.height]).toEqual([width, height]);
    expect(answer.html).toContain(`width="${width}" height="${height}"`);
  });

  test('is given the picture where it fits in', () => {
    expect(describeEmbed(PAGE, { width: 1199 })).not.toHaveProperty('thumbnail_url');
    expect(describeEmbed(PAGE, { height: 629 })).not.toHaveProperty('thumbnail_url');
    expect(describeEmbed(PAGE, { width: 1200, height: 630 })).toHaveProperty('thumbnail_width');
  });

  test('reads the same in JSON and in XML, whatever signs are in it', () => {
    const nasty = { ...PAGE, title: 'A & B <b>"c"</b> \u0000\u0008]]> 🕊', name: '"><script>' };
    const answer = describeEmbed(nasty);
    expect(JSON.parse(JSON_ANSWER.format(answer))).toEqual(answer);
    expect(answer.html).not.toContain('<script');
    const xml = XML_ANSWER.format(answer);
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?>\n<oembed>\n/);
    expect(xml).not.toContain('\u0000');
    const said = elementsOf(xml);
    expect(Object.keys(said)).toEqual(Object.keys(answer));
    expect(said['title']).toBe('A &amp; B &lt;b&gt;&quot;c&quot;&lt;/b&gt; ]]&gt; 🕊');
    expect(said['html']).toContain('&amp;quot;&amp;gt;&amp;lt;script&amp;gt;');
  });
});

describe('EM-29: A page says where to ask', () => {
  const publication = {
    address: PAGE.address,
    language: 'en',
    others: [],
    picture: 'A map',
    framed: false,
  };
  const head = (address: string | null) =>
    formatMetadata(
      THAW,
      { ...publication, address },
      address === null ? null : describeEmbed({ ...PAGE, address }),
    );

  test('in both forms, and how a social network may show it', () => {
    const html = head('https://news.example/korea/');
    for (const tag of [
      '<link rel="alternate" type="application/json+oembed" href="https://news.example/korea/oembed.json" title="The Korean thaw, 2017–2019" />',
      '<link rel="alternate" type="text/xml+oembed" href="https://news.example/korea/oembed.xml" title="The Korean thaw, 2017–2019" />',
      '<meta name="twitter:card" content="player" />',
      '<meta name="twitter:player" content="https://news.example/korea/embed.html" />',
      '<meta name="twitter:player:width" content="640" />',
      `<meta name="twitter:player:height" content="${heightAt(640)}" />`,
    ]) {
      expect(html).toContain(tag);
    }
    expect(html.match(/twitter:card/g)).toHaveLength(1);
  });

  test('with a picture where the address is not safe enough for a frame', () => {
    const html = head('http://news.example/korea/');
    expect(html).toContain('href="http://news.example/korea/oembed.json"');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image" />');
    expect(html).not.toContain('twitter:player');
  });

  test('and says nothing of it where its address is not known', () => {
    expect(head(null)).not.toMatch(/oembed|twitter:player/);
  });
});
