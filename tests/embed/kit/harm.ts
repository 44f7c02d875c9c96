import { PARAMETERS } from '../../../src/ui/url/parameters.ts';

/** With another story than its own a page is another page: `tests/browser/page/other-story.spec.ts` tests that. */
export const NAMES = Object.keys(PARAMETERS).filter((name) => name !== 'story');

/** Values that no parameter knows, as they stand in an address, by what they mean to do. */
export const HARM = {
  'a story elsewhere': 'https://evil.example/evilmark.json',
  'a script': '%3Cscript%3Ealert(%22evilmark%22)%3C/script%3E',
  'an attribute': '%22%20onload=%22evilmark',
  'a style': 'red;}*{background:url(https://evil.example/evilmark)}',
  'an address of script': 'javascript:evilmark',
  'what cannot be decoded': '%E0%A4%Aevilmark%',
  'what has no end': `evilmark${'9'.repeat(400)}`,
  'a prototype': '__proto__',
} as const;

/** An address's query with another harmful value in each parameter: the n-th of them has the n-th after `first`. */
export function harmfulQuery(first: number): string {
  const values = Object.values(HARM);
  const valueOf = (index: number) => values[(first + index) % values.length] ?? '';
  return NAMES.map((name, index) => `${name}=${valueOf(index)}`).join('&');
}
