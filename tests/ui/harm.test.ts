import { describe, expect, it } from 'vitest';
import { Player } from '../../src/player/player.svelte.ts';
import { formatAddress, readAddress } from '../../src/ui/url/address.ts';
import { clipOf } from '../../src/ui/url/clip.ts';
import { readFrameOptions, searchOfPage } from '../../src/ui/frame/frame-options.ts';
import { chooseLanguage } from '../../src/ui/words/choose-language.ts';
import { readLooks } from '../../src/ui/url/display-settings.ts';
import { readOptions } from '../../src/ui/url/options.ts';
import { readWishes } from '../../src/ui/url/wishes.ts';
import { LANGUAGES } from '../../src/ui/words/languages.ts';
import { HARM, PARAMETERS } from '../embed/harm.ts';
import { THAW, THAW_TOLD } from '../fixtures/shipped.ts';

const TAGS = LANGUAGES.map(({ tag }) => tag);

/** All that a page and a frame take from an address, the story's part too. */
function readAll(search: string): unknown {
  const query = new URLSearchParams(search);
  const player = new Player(THAW);
  readAddress(player, query);
  const { start, end, ...wishes } = readWishes(search);
  const { language, ...options } = readOptions(search, { dataset: {} });
  const { currentTime, selected, playbackRate, paused } = player;
  return {
    ...{ currentTime, selected, playbackRate, paused },
    ...{ wishes, options, clip: clipOf(THAW_TOLD, start, end) },
    looks: [readLooks(search, false), readLooks(search, true)],
    frame: readFrameOptions(search),
    language: language && chooseLanguage(language, TAGS),
  };
}

describe('RS-14, RS-15: an address that means harm', () => {
  const plain = readAll('');

  for (const [harm, value] of Object.entries(HARM)) {
    it.each(PARAMETERS)(`changes nothing by ${harm} in %s`, (name) => {
      expect(readAll(`?${name}=${value}`)).toEqual(plain);
    });
  }

  it('hands on nothing of what it says of the moment', () => {
    for (const value of Object.values(HARM)) {
      const search = ['t', 'event', 'place', 'speed'].map((name) => `${name}=${value}`).join('&');
      const player = new Player(THAW);
      readAddress(player, new URLSearchParams(search));
      expect(formatAddress(player, player, search)).toBe('');
      expect(searchOfPage(`?controls=${value}&h=${value}`)).toBe('');
    }
  });
});
