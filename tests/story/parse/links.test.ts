import { expect, test } from 'vitest';
import { readStory } from '../../../src/story/load.ts';
import { FIXTURE, mutate } from '../fixture.ts';

/** The faults of the fixture with another text in it, each in words with its line. */
async function faultsOf(file: string): Promise<readonly string[]> {
  const parsed = await readStory(new TextEncoder().encode(file));
  if (parsed.ok) return [];
  return parsed.faults.map(
    ({ code, message, position, path }) => `${code} ${position?.line} ${path.join('.')} ${message}`,
  );
}

const withText = (text: string): string => mutate('"They talk."', JSON.stringify(text));

/** The line of that text in the fixture. */
const LINE = FIXTURE.slice(0, FIXTURE.indexOf('"They talk."')).split('\n').length;

test.each([
  ['[a](javascript:alert(1))', /"javascript:alert\(1\)" is not a web address\. Write one .*https:/],
  ['[a](mailto:a@b.example)', /is not a web address/],
  ['[a](//a.example)', /is not a web address/],
  ['[a](a.html)', /is not a web address/],
  ['[a](https://a.example/b c)', /"https:\/\/a\.example\/b c" is not a web address/],
  ['[a](https://a.example/\nb)', /is not a web address/],
  ['[a](https://)', /is not a web address/],
  ['[a](https://me:secret@a.example)', /has a user name or a password/],
  ['[a]()', /has a link without an address: "\[a\]\(\)"\. Write \[words\]\(https:/],
  ['[a]( )', /has a link without an address/],
  ['[ ](https://a.example)', /has a link without words/],
  ['[a](https://a.example and so on.', /without its "\)"\. Add it\. .*write \\\\\[/],
])('a wrong link is a fault with its line and its remedy: %s', async (text, message) => {
  const faults = await faultsOf(withText(text));
  expect(faults).toEqual([expect.stringMatching(message)]);
  expect(faults[0]).toMatch(new RegExp(`^url ${LINE} events\\.0\\.text `));
  expect(faults[0]).not.toContain('secret');
});

test.each([
  'See [it](https://a.example) and [that](http://b.example/c_(d)).',
  '[sic] and [b] (c), \\[d](e)',
  '*a* **b** ****',
])('a text with markup has no fault: %s', async (text) => {
  expect(await faultsOf(withText(text))).toEqual([]);
});

test('two wrong links are two faults, in the language that has them', async () => {
  const text = '{ "en": "They talk.", "ko": "[a]() [b](c)" }';
  const faults = await faultsOf(mutate('"They talk."', text));
  expect(faults).toHaveLength(2);
  for (const fault of faults) expect(fault).toMatch(/events\.0\.text\.ko /);
});

test.each(['"says": "They signed."', '"text": "Posts go."', '"summary": "Two leaders meet."'])(
  'is one in every text that may have paragraphs: %s',
  async (field) => {
    expect(await faultsOf(mutate(field, field.replace(/: "/, ': "[a](b) ')))).toHaveLength(1);
  },
);

test.each(['"title": "Talks"', '"name": "North Korea"', '"role": "Leader"', '"title": "A report"'])(
  'has no meaning in a text of one line: %s',
  async (field) => {
    expect(await faultsOf(mutate(field, field.replace(/: "/, ': "[a](b) ')))).toEqual([]);
  },
);
