import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { watch } from './faults.ts';
import { ADDRESS, CONTEXT, SMALL } from './settings.ts';
import { holdMapLibre, untilLive, untilReady, waitLonger } from './waits.ts';

/**
 * The ways in which the shipped story stands open for tests: on a desktop or under a finger with MapLibre held back,
 * on a desktop with its time stopped, and with the live map.
 */
export type Manner = 'desktop' | 'finger' | 'stopped' | 'live';

const CONTEXTS: Readonly<Record<Manner, BrowserContextOptions>> = {
  desktop: {},
  finger: { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } },
  stopped: {},
  live: { viewport: SMALL },
};

/** No wish of the reader’s system. */
const PLAIN = { media: null, colorScheme: null, forcedColors: null, reducedMotion: null } as const;

/** A page that several tests use one after the other, and what has gone wrong in it since it was opened. */
export interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Takes back what a test has done. Fails when the page is not as it was at its opening. */
  restore(): Promise<void>;
}

/** Gives the open page of a kind. */
export type Visits = (manner: Manner) => Promise<Visit>;

/** Opens each kind of page once, when the first test asks for it. A page load costs as much as ten short tests. */
export function createVisits(browser: Browser): Visits {
  const visits = new Map<Manner, Promise<Visit>>();
  return (manner) => {
    const visit = visits.get(manner) ?? openVisit(browser, manner);
    visits.set(manner, visit);
    return visit;
  };
}

async function openVisit(browser: Browser, manner: Manner): Promise<Visit> {
  const settings = { ...CONTEXT, ...CONTEXTS[manner] };
  const context = await browser.newContext(settings);
  const faults = watch(context, [ADDRESS]);
  const page = await context.newPage();
  await page.addInitScript(waitLonger);
  if (manner === 'stopped') await page.clock.install({ time: '2026-01-01T00:00:00Z' });
  if (manner !== 'live') await holdMapLibre(page);
  await page.goto('/index.html');
  await untilReady(page);
  if (manner === 'live') await untilLive(page);
  if (manner === 'stopped') await page.clock.pauseAt('2026-01-01T01:00:00Z');
  const opening = await contentsOf(page);
  return {
    page,
    faults,
    restore: async () => {
      // A live map that jumps home is there sooner than one that glides.
      await page.emulateMedia({ ...PLAIN, reducedMotion: manner === 'live' ? 'reduce' : null });
      if (settings.viewport) await page.setViewportSize(settings.viewport);
      await goBackToOpening(page);
      const settle = manner === 'stopped' ? () => page.clock.runFor(1000) : () => undefined;
      const difference = async () => {
        await settle();
        return firstDifference(opening, await contentsOf(page));
      };
      await expect
        .poll(difference, {
          message: 'the page is again as it was at its opening',
          intervals: [20, 50, 100],
        })
        .toBe('');
      await page.emulateMedia(PLAIN);
    },
  };
}

/** Does what a reader does who goes back to the beginning: closes everything, lets go of place or person, rewinds. */
async function goBackToOpening(page: Page): Promise<void> {
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
    document.adoptedStyleSheets = [];
    document.querySelectorAll('dialog').forEach((dialog) => dialog.close());
    if (document.fullscreenElement) await document.exitFullscreen();
    press('[data-tool="play"][aria-label="Pause"]');
    press('#place-history .head button');
    for (const details of document.querySelectorAll('details')) {
      details.open = details.querySelector(':scope > ol') !== null;
    }
    const speed = document.querySelector('select');
    if (speed && speed.value !== '1') {
      speed.value = '1';
      speed.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (slider) {
      slider.value = '0';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    press('[aria-label="Whole map"]:not([aria-disabled="true"])');
    press('[data-tool="legend"][aria-expanded="true"]');
    // In a toolbar Tab comes back to the button that had the focus last.
    for (const first of ['[aria-label="Zoom in"]', '[data-tool="play"]']) {
      document.querySelector<HTMLElement>(first)?.focus();
    }
    scrollTo(0, 0);
    document.querySelector('.side')?.scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
  });
}

/**
 * The page’s address and all its elements, texts, attributes and styles in one order, whoever has written them: the server or
 * the browser. What the status has said last is left out, and what only the server's HTML has: names of classes for its
 * style sheet.
 */
function contentsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    // The live map may begin to load at any time; its files are announced in the head.
    const isPreload = (node: Node): boolean =>
      node instanceof HTMLLinkElement && node.rel === 'modulepreload';
    const told = (node: Node): string => {
      if (node instanceof Text) return node.data.trim();
      if (!(node instanceof Element)) return '';
      const attributes = [...node.attributes].flatMap(({ name, value }) => {
        const parts = name === 'style' ? value.split(/; ?/).sort().join(';') : value;
        // The same place comes from the live camera’s numbers but for their last digits.
        // Svelte numbers its ids on; two that differ by that alone are the same.
        const exact = parts
          .replace(/\b[cs]\d+\b/g, 'c')
          .replace(/\d+\.\d+/g, (number) => Number(number).toFixed(3));
        if (name === 'data-live') return [`data-live="${value.replace('absent', 'loading')}"`];
        if (name === 'class') return [`class="${exact.replace(/\bserver-\d+ ?/g, '').trim()}"`];
        // An attribute that has been taken back may stand there empty.
        return /^(class|style)$/.test(name) && !value ? [] : [`${name}="${exact}"`];
      });
      const kept = [...node.childNodes].filter((child) => !isPreload(child));
      const inside = node.role === 'status' ? [] : kept.map(told);
      return `<${[node.localName, ...attributes.sort()].join(' ')}>${inside.join('')}`;
    };
    return location.pathname + location.search + told(document.documentElement);
  });
}

/** Where two texts differ, with some signs of what was expected and what is there; empty if they do not. */
function firstDifference(expected: string, found: string): string {
  if (expected === found) return '';
  let at = 0;
  while (expected[at] === found[at]) at++;
  const near = (text: string) => text.slice(Math.max(0, at - 120), at + 120);
  return `expected …${near(expected)}…\nfound …${near(found)}…`;
}
