import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/ui/runtime/story-address.ts';
import { Player } from '../../../src/player/player.svelte.ts';
import { applyAddress, formatAddress } from '../../../src/ui/url/address.ts';
import { clipOf } from '../../../src/ui/url/clip.ts';
import { chooseLanguage } from '../../../src/ui/words/choose-language.ts';
import { formatPageQuery, readParameters } from '../../../src/ui/url/parameters.ts';
import { LANGUAGES } from '../../../src/ui/words/languages.ts';
import { HARM, NAMES } from '../../embed/kit/harm.ts';
import { THAW, THAW_TOLD } from '../../fixtures/shipped.ts';

const TAGS = LANGUAGES.map(({ tag }) => tag);

/** All that a page and a frame take from an address, the story's part too. */
function readAll(search: string): unknown {
  const parameters = readParameters(search, false);
  // `childId` may be any id: it goes back to the host page that gave it, and nowhere else.
  const { t, event, place, person, start, end, lang, childId, ...settings } = parameters;
  expect(childId ?? '').toMatch(/^[\w-]{0,64}$/);
  const player = new Player(THAW);
  applyAddress(player, { t, event, place, person, speed: settings.speed });
  const { currentTime, selected, selectedPerson, playbackRate, paused } = player;
  return {
    ...{ currentTime, selected, selectedPerson, playbackRate, paused },
    clip: clipOf(THAW_TOLD, start ?? '', end ?? ''),
    settings,
    theme: readParameters(search, true).theme,
    language: lang && chooseLanguage(lang, TAGS),
  };
}

describe('RS-14, RS-15: an address that means harm', () => {
  const plain = readAll('');

  for (const [harm, value] of Object.entries(HARM)) {
    it.each(NAMES)(`changes nothing by ${harm} in %s`, (name) => {
      expect(readAll(`?${name}=${value}`)).toEqual(plain);
    });
  }

  it('loads no story of another origin', () => {
    for (const value of Object.values(HARM)) {
      const { story } = readParameters(`?story=${value}`, false);
      const checked = checkAddress(story ?? '', 'https://maps.example/', []);
      expect(checked.ok ? checked.url.origin : 'refused').toMatch(
        /^(https:\/\/maps\.example|refused)$/,
      );
    }
  });

  it('hands on nothing of what it says of the moment', () => {
    for (const value of Object.values(HARM)) {
      const search = ['t', 'event', 'place', 'person', 'speed']
        .map((name) => `${name}=${value}`)
        .join('&');
      const player = new Player(THAW);
      applyAddress(player, readParameters(search, false));
      expect(formatAddress(player, player, search)).toBe('');
      expect(formatPageQuery(`?controls=${value}&h=${value}`)).toBe('');
    }
  });
});
