import type { Command } from 'commander';
import { addMediaOption, readMediaFrom } from '../input/origin-options.ts';
import { addReadingOptions, type ReadingOptions } from '../input/reading-options.ts';
import { UsageError } from '../input/usage-error.ts';

interface PreviewCommandOptions extends ReadingOptions {
  readonly mediaFrom?: readonly string[];
  readonly port: string;
  readonly host: string;
}

/** How often the files are looked at, in ms: soon enough for a person, and next to nothing for the computer. */
const INTERVAL = 150;

export function definePreview(program: Command): void {
  const command = program
    .command('preview')
    .description(
      'Show a story in the browser while it is written. Every save builds it anew and reloads the page; faults are shown on the page.',
    )
    .argument('<file>', 'the story file, or a file that import reads')
    .option('--port <number>', 'the port; if it is in use, the next free one', '8000')
    .option(
      '--host <address>',
      'the address to listen on; 0.0.0.0 for other computers',
      '127.0.0.1',
    );
  addReadingOptions(addMediaOption(command))
    .addHelpText(
      'after',
      `
Nothing is written. The picture for social media is not drawn. Ctrl+C ends it.
The exit code is 2 for a wrong use.

Example:
  parley-map preview story.json`,
    )
    .action(async (path: string, { port, host, mediaFrom, ...reading }: PreviewCommandOptions) => {
      const [{ startPreview }, { readTemplate }] = await Promise.all([
        import('./start-preview.ts'),
        import('../input/read-template.ts'),
      ]);
      const mediaOrigins = readMediaFrom(mediaFrom);
      await refuseMissing(path);
      const { address } = await startPreview({
        path,
        host,
        port: readPort(port),
        reading: { ...reading, mediaOrigins },
        template: await readTemplate(),
        interval: INTERVAL,
        tell: (line) => console.error(line),
      });
      console.log(`${path}: ${address} (Ctrl+C ends it)`);
    });
}

function readPort(written: string): number {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--port ${written} is no port. Write a number from 0 to 65535.`);
}

/** A file that is not there at the start is a slip of the author; later it may come back. */
async function refuseMissing(path: string): Promise<void> {
  const { nameFile, readBytes, STANDARD } = await import('../input/read-file.ts');
  if (path === STANDARD) throw new UsageError('preview needs a file that it can watch. Name one.');
  const bytes = await readBytes(path);
  if (typeof bytes === 'string') throw new UsageError(`${nameFile(path)}: ${bytes}`);
}
