import { expect, test } from 'vitest';
import { fillPage, type PageContent } from '../../src/site/fill-page.ts';

const PAGE =
  '<html lang="en"><head><title></title></head><body><main id="parley"></main></body></html>';

const content = {
  rendered: { language: 'ko', direction: 'ltr', body: '<p></p>' },
  listing: { language: 'ko', files: {} },
  ...{ sheet: 'a.css', scripts: [], metadata: '<title>A</title>', linkedData: '' },
} as unknown as PageContent;

test('A page of the template is filled, in the language of the story', () => {
  expect(fillPage(PAGE, content)).toMatch(/^<html lang="ko" dir="ltr">.*<title>A<\/title>/s);
});

test.each([
  ['<html lang="en"', '<html'],
  ['<title></title>', ''],
  ['</head>', ''],
  ['<main id="parley"></main>', '<main></main>'],
  ['</body>', ''],
])('A page that lacks a part which the story replaces is an error: %s', (part, other) => {
  expect(() => fillPage(PAGE.replace(part, other), content)).toThrow("The template's page has no ");
});
