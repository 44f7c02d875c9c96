import nodeModule from 'node:module';

/** Whoever reads our output may stop reading: `parley-map export story.json --to csv | head`. A closed pipe is no error. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  throw error;
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

// From Node 22.1 on, what was compiled once need not be compiled again.
const node: typeof nodeModule & { readonly enableCompileCache?: () => unknown } = nodeModule;
node.enableCompileCache?.();
const { run } = await import('./program.ts');
await run(process.argv.slice(2));
