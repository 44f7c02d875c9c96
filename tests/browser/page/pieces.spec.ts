import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { DIST, textOf } from '../../site/dist.ts';
import { expect, SIZES, test as base } from '../kit/page.ts';
import { untilDrawn, watchShifts } from '../kit/shifts.ts';

/** A built page, cut where what has arrived so far can be drawn and is not whole. */
const piecesOf = (page: string): readonly string[] =>
  textOf(page).split(/(?<=<\/(?:button|header|h2|option|section)>)/);

/** A frame of the height that its table gives it, and the widest and lowest there may be. */
const FRAMES = [
  { width: 360, height: 476 },
  { width: 768, height: 550 },
  { width: 1280, height: 240 },
] as const;

const VIEWS = [
  ...SIZES.map((viewport) => ({ name: 'index.html', viewport, whole: '.parley' })),
  // Its script brings what is for reading together on a sheet.
  ...FRAMES.map((viewport) => ({ name: 'embed.html', viewport, whole: '#reading' })),
];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** A server that gives the page only as far as it is told to. */
const test = base.extend<{ server: Piecemeal }>({
  server: async ({}, use) => {
    let ask: ((response: ServerResponse) => void) | undefined;
    const asked = new Promise<ServerResponse>((resolve) => (ask = resolve));
    const server = createServer(({ url = '/' }, response) => {
      if (url === '/') {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).flushHeaders();
        return ask?.(response);
      }
      void readFile(`${DIST}${url.slice(1)}`).then((file) => {
        response.writeHead(200, {
          'content-type': TYPES[extname(url)] ?? 'application/octet-stream',
        });
        response.end(file);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    await use({ asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
    server.closeAllConnections();
    server.close();
  },
  baseURL: async ({ server }, use) => use(server.address),
});

interface Piecemeal {
  readonly asked: Promise<ServerResponse>;
  readonly address: string;
}

for (const { name, viewport, whole } of VIEWS) {
  test.describe(`${name} at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('EM-01: what has arrived of the page stays where it is while the rest arrives', async ({
      page,
      server,
    }) => {
      const shifts = await watchShifts(page);
      const opened = page.goto('/', { waitUntil: 'commit' });
      const response = await server.asked;
      const pieces = piecesOf(name);
      for (const piece of pieces) {
        response.write(piece);
        await opened;
        await untilDrawn(page);
      }
      response.end();
      await expect(page.locator('html')).toHaveAttribute('data-parley', 'ready');
      await expect(page.locator(whole)).toBeAttached();

      expect(pieces.length).toBeGreaterThan(10);
      expect(await shifts()).toEqual([]);
    });
  });
}
