import { afterEach, expect, it, test, vi } from 'vitest';
import { PARAMETERS } from '../../../src/ui/url/parameters.ts';
import {
  unknownParameters,
  warnOfUnknownParameters,
} from '../../../src/ui/url/unknown-parameters.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function warningsOf(search: string): readonly unknown[] {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  warnOfUnknownParameters(search);
  return warn.mock.calls.flat();
}

test.each([
  ['?sotry=mine.json', ' Did you mean "story"?'],
  ['?tt=2018', ' Did you mean "t"?'],
  ['?evnt=hanoi', ' Did you mean "event"?'],
  ['?Theme=dark', ' Did you mean "theme"?'],
  ['?childid=a', ' Did you mean "childId"?'],
  ['?banana=1', ''],
])('%s is told on the console:%s', (search, guess) => {
  const name = search.slice(1, search.indexOf('='));
  expect(warningsOf(search)).toEqual([
    `The URL parameter "${name}" is not known and is ignored.${guess}`,
  ]);
});

it('is told once for each name, in quotes and cut off', () => {
  const long = 'a'.repeat(500);
  expect(warningsOf(`?x%0Ay=1&x%0Ay=2&t=2018&${long}=1`)).toEqual([
    'The URL parameter "x\\ny" is not known and is ignored.',
    `The URL parameter "${long.slice(0, 40)}" is not known and is ignored.`,
  ]);
});

it('is not one that the page or a frame reads', () => {
  const all = Object.keys(PARAMETERS).map((name) => `${name}=1`);
  expect(unknownParameters(`?${all.join('&')}`)).toEqual([]);
});

// As Google, Meta, Microsoft, X, Mailchimp, HubSpot, Matomo and Marketo name them, the New York Times, and pym.js.
test.each(
  'utm_source utm_id fbclid gclid dclid msclkid twclid ttclid yclid gbraid wbraid gclsrc igshid mc_cid mc_eid _hsenc hsa_acc mtm_campaign pk_kwd mkt_tok _ga _gl ref smid initialWidth parentTitle parentUrl'.split(
    ' ',
  ),
)('%s is no mistake', (name) => {
  expect(unknownParameters(`?${name}=1`)).toEqual([]);
});
