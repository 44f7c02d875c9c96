import { spawn } from 'node:child_process';
import { commandsFor } from './failed.ts';

/**
 * The package’s scripts that run side by side, each lane one script after the other. The browser tests wait for
 * pages now and then, so the other lane has work for both processors until the end.
 */
const LANES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  all: [
    ['build', 'size', 'pages', 'firefox', 'webkit'],
    ['check-story', 'format:check', 'lint', 'types', 'unit', 'check-ground'],
  ],
  quick: [['format:check', 'lint', 'types'], ['unit']],
};

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs one of the package’s scripts. Its output comes as one piece when it has ended, or at once where it is `live`. */
function run(script: string, { live }: { live: boolean }): Promise<Outcome> {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    let output = '';
    const take = (text: Buffer): void => {
      output += text.toString();
      if (live) process.stdout.write(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', ({ message }) => resolve({ code: 1, output: message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a lane up to its first fault; the other lane goes on, so that one run shows all there is to mend. Returns the
 * commands that run just what failed.
 */
async function runLane(scripts: readonly string[]): Promise<readonly string[]> {
  for (const script of scripts) {
    const start = performance.now();
    const live = script === 'pages';
    const { code, output } = await run(script, { live });
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(
      `── ${script}: ${code === 0 ? 'passed' : `FAILED (exit ${code})`} after ${seconds} s`,
    );
    if (!live && output.trim()) console.log(output.trimEnd());
    if (code !== 0) return commandsFor(script, output);
  }
  return [];
}

const [set = 'all'] = process.argv.slice(2);
const failed = (await Promise.all((LANES[set] ?? []).map(runLane))).flat();
if (failed.length > 0) {
  const commands = failed.map((command) => `  ${command}`).join('\n');
  console.error(`\nFAILED. To run just what failed:\n${commands}`);
  process.exitCode = 1;
}
