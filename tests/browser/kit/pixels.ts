import type { Page } from '@playwright/test';

/** A colour channel must differ by more than this, of 255: land and sea lie only some 20 apart. */
const SEEN = 8;

/** The share of pixels, 0 to 1, in which two screenshots of one size differ visibly. */
export function differenceOf(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const pictures = [one, other].map((png) => png.toString('base64'));
  return page.evaluate(
    async ([pngs, seen]) => {
      const [a, b] = await Promise.all(pngs.map(pixelsOf));
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
      let differing = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const far = [0, 1, 2].some(
          (channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > seen,
        );
        if (far) differing++;
      }
      return differing / (a.data.length / 4);

      /** From bytes, not from an address: the page's policy lets in no picture but its own. */
      async function pixelsOf(png: string): Promise<ImageData> {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes]));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('No canvas to compare pictures on.');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      }
    },
    [pictures, SEEN] as const,
  );
}

/** The colours, red, green and blue, of some points of a screenshot. */
export function coloursAt(
  page: Page,
  picture: Buffer,
  points: readonly (readonly [x: number, y: number])[],
): Promise<readonly (readonly number[])[]> {
  return page.evaluate(
    async ([png, places]) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!context) throw new Error('No canvas to read a picture on.');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return places.map(([x, y]) => {
        const at = 4 * (Math.round(y) * image.width + Math.round(x));
        return [...data.slice(at, at + 3)];
      });
    },
    [picture.toString('base64'), points] as const,
  );
}
