import type { Frame, Page } from '@playwright/test';
import { EMBED } from './host.ts';

declare global {
  interface Window {
    /** Only in a double's document. */
    double: { port: MessagePort | null; calls: string[]; state: Record<string, unknown> };
  }
}

/** What a double answers: nothing at all, what Parley would, or something that is not Parley's. */
export type Manner = 'silent' | 'polite' | 'stranger';

/**
 * Puts a double in the place of the page in the frame: it speaks as Parley does, is there at once, and a test
 * can have it say what Parley never would.
 */
export async function playFrame(page: Page, manner: Manner = 'polite'): Promise<void> {
  const localize = { silent: '', polite: `(${bePolite.toString()})()`, stranger: STRANGER }[manner];
  await page.route(`${EMBED}/embed.html*`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Double</title><p>A double</p><script>${localize}</script></html>`,
    }),
  );
}

const STRANGER = `parent.postMessage({ type: 'height', height: 9000 }, '*'); parent.postMessage(null, '*')`;

/** The documents of the doubles in a page, in their order. */
export const doublesOf = (page: Page): Frame[] =>
  page.frames().filter((frame) => frame.url().startsWith(EMBED));

/** Runs in the frame: the least that a Parley would say. */
function bePolite(): void {
  const id = location.hash.slice('#parley='.length);
  const query = new URLSearchParams(location.search);
  const noDate = { code: 'date', message: 'February has 28 days.' };
  const isNoDate = (date: unknown) => /-02-3/.test(String(date));
  const date = query.get('t') ?? '2017-09-19';
  const state = {
    ...{ state: `t=${date}`, date, event: null, place: query.get('place') },
    ...{ playbackRate: 1, paused: true, ended: false },
  };
  const double: Window['double'] = { port: null, calls: [], state };
  window.double = double;
  addEventListener('message', ({ source, data, ports }) => {
    if (source !== parent || data?.id !== id) return;
    double.port = ports[0] ?? null;
    const data0 = { type: 'event', name: 'ready', title: 'A <b>story</b>', duration: 300 };
    double.port?.postMessage({ ...data0, data: state });
    if (isNoDate(date)) double.port?.postMessage({ type: 'event', name: 'error', data: noDate });
    double.port?.addEventListener('message', answer);
    double.port?.start();
  });
  function answer({ data: { n, name, data } }: MessageEvent): void {
    double.calls.push(`${name} ${data.to ?? ''}`.trim());
    if (isNoDate(data.to)) {
      double.port?.postMessage({ type: 'reply', n, ok: false, ...noDate });
      return;
    }
    if (name === 'play') state.paused = false;
    if (name === 'pause') state.paused = true;
    if (name === 'seek' || name === 'date')
      Object.assign(state, { date: data.to, state: `t=${data.to}` });
    double.port?.postMessage({ type: 'reply', n, ok: true, data: state });
  }
  parent.postMessage({ parley: 1, type: 'hello', id, versions: [1] }, '*');
}
