import type { Template } from '../../src/site/template.ts';

const PAGE =
  '<!doctype html>\n<html lang="en"><head><title></title></head><body><main id="parley"></main></body></html>';

/** A template as `vite build` makes it, but small: its page, and other files by their paths. It draws no card. */
export const smallTemplate = (files: Readonly<Record<string, Uint8Array>>): Template => ({
  version: '1.2.3',
  words: {},
  extras: [],
  files: new Map([['index.html', Buffer.from(PAGE)], ...Object.entries(files)]),
  rasteriser: () => Promise.reject(new Error('This template draws no card.')),
});

/** The same page in a frame. */
export const FRAMED = { 'embed.html': Buffer.from(PAGE) };
