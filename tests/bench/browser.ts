import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../browser/kit/chromium.ts';

/**
 * Chromium for pages with a live map, where there may be no graphics card: WebGL by the processor, pages painted
 * without it. A compositor on an emulated card stalls for seconds now and then, and says nothing of a phone.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-gpu-rasterization',
      '--disable-quic',
    ],
  });
}
