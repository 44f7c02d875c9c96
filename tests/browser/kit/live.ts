import type { Page } from '@playwright/test';
import { expect } from './page.ts';

/** What tests use of a MapLibre map; the page keeps its own behind a symbol, for them and for debugging. */
interface MapLibre {
  getCenter(): { lng: number; lat: number };
  getZoom(): number;
  getBearing(): number;
  getPitch(): number;
  isMoving(): boolean;
  jumpTo(to: { center: [number, number]; zoom: number }): void;
  panBy(by: [number, number], how: { duration: number }): void;
  zoomTo(zoom: number, how: { duration: number }): void;
  project(at: [number, number]): { x: number; y: number };
  on(name: 'render' | 'move', listener: () => void): void;
  off(name: 'render', listener: () => void): void;
  once(name: 'render', listener: () => void): void;
  triggerRepaint(): void;
}

declare global {
  interface Window {
    /** The live map, once a test has asked for it. */
    ground: MapLibre;
  }
}

export interface View {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}

/** Puts the live map where the functions of this file find it. */
export async function openDoor(page: Page): Promise<void> {
  await page.evaluate(() => {
    const container = document.querySelector('[data-ground="live"] .live') as unknown as {
      [key: symbol]: MapLibre | undefined;
    } | null;
    const map = container?.[Symbol.for('parley.map')];
    if (!map) throw new Error('There is no live map.');
    window.ground = map;
  });
}

export function viewOf(page: Page): Promise<View> {
  return page.evaluate(() => {
    const { lng, lat } = window.ground.getCenter();
    const zoom = window.ground.getZoom();
    return {
      lng,
      lat,
      zoom,
      bearing: window.ground.getBearing(),
      pitch: window.ground.getPitch(),
    };
  });
}

export async function jumpTo(page: Page, center: [number, number], zoom: number): Promise<void> {
  await page.evaluate((to) => window.ground.jumpTo(to), { center, zoom });
}

/** Waits until a pan or zoom has come to its end. */
export async function untilCome(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => window.ground.isMoving()), { intervals: [50] })
    .toBe(false);
}
