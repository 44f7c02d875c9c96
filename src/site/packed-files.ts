import type { Files } from './template.ts';

/*
 * Files as one block of bytes: a line of JSON with the path and the length of each, then their contents. Compressed as a
 * whole they are smaller than one by one.
 */
type Listing = readonly (readonly [path: string, length: number])[];

const LINE_BREAK = 10;

export function packFiles(files: Files): Uint8Array {
  const listing: Listing = [...files].map(([path, { length }]) => [path, length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(listing)}\n`), ...files.values()]);
}

/** The files of a block that `packFiles` has made. */
export function unpackFiles(block: Uint8Array): Files {
  const head = block.indexOf(LINE_BREAK);
  const listing = JSON.parse(new TextDecoder().decode(block.subarray(0, head))) as Listing;
  let offset = head + 1;
  return new Map(
    listing.map(([path, length]) => {
      const start = offset;
      offset += length;
      return [path, block.subarray(start, offset)];
    }),
  );
}
