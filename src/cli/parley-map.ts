import { run } from './program.ts';

/** Whoever reads our output may stop reading: `parley-map export story.json --to csv | head`. Then all is said. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  throw error;
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);
await run(process.argv.slice(2));
