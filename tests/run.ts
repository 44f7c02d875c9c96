import { spawn } from 'node:child_process';
import { commandFor } from './failed.ts';

/** The package’s scripts that can run side by side: each lane one script after the other. */
const LANES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  all: [
    ['format:check', 'lint', 'types', 'check-ground'],
    ['check-story', 'unit', 'build', 'size'],
  ],
  quick: [['format:check', 'lint', 'types'], ['unit']],
};

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs one of the package’s scripts. Piped, its output comes as one piece when it has ended. */
function run(script: string, { piped }: { piped: boolean }): Promise<Outcome> {
  return new Promise((resolve) => {
    const stdio = piped ? 'pipe' : 'inherit';
    const shell = process.platform === 'win32';
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', stdio, stdio],
      shell,
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('error', ({ message }) => resolve({ code: 1, output: message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a lane up to its first fault; the other lane goes on, so that one run shows all there is to mend. Returns the
 * command that runs just what failed.
 */
async function runLane(scripts: readonly string[]): Promise<string | undefined> {
  for (const script of scripts) {
    const start = performance.now();
    const { code, output } = await run(script, { piped: true });
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(
      `── ${script}: ${code === 0 ? 'passed' : `FAILED (exit ${code})`} after ${seconds} s`,
    );
    if (output.trim()) console.log(output.trimEnd());
    if (code !== 0) return commandFor(script, output);
  }
  return undefined;
}

const [set = 'all'] = process.argv.slice(2);
const failed = (await Promise.all((LANES[set] ?? []).map(runLane))).filter(
  (it) => it !== undefined,
);
if (failed.length > 0) {
  console.error(`\nFAILED. To run just what failed:\n${failed.map((it) => `  ${it}`).join('\n')}`);
  process.exitCode = 1;
} else if (set === 'all') {
  // The browser tests say themselves what failed.
  process.exitCode = (await run('pages', { piped: false })).code;
}
