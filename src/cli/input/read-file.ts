import { readFile } from 'node:fs/promises';

/** The bytes of a file, or why it cannot be read, as a sentence. */
export const readBytes = (path: string): Promise<Uint8Array | string> =>
  readFile(path).catch((error: unknown) => describeFailure(error));

function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return 'this is a folder. Name a file in it.';
  return code === 'ENOENT' ? 'there is no such file.' : 'this file cannot be read.';
}
