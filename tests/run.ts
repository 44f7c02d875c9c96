import { spawn } from 'node:child_process';

/** What can be done side by side: each lane one script after the other, on a processor of its own. */
const LANES = [['check'], ['check-story', 'unit', 'build', 'size']] as const;

interface Told {
  readonly code: number;
  readonly output: string;
}

/** Runs one of the package's scripts; everything it says comes when it has ended, as one piece. */
function run(script: string, { piped }: { piped: boolean }): Promise<Told> {
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

/** Ends at a lane's first fault; the other lane goes on, so that one run shows all there is to mend. */
async function runLane(scripts: readonly string[]): Promise<string | undefined> {
  for (const script of scripts) {
    const start = performance.now();
    const { code, output } = await run(script, { piped: true });
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(
      `── ${script}: ${code === 0 ? 'well' : `FAILED (exit ${code})`} after ${seconds} s`,
    );
    if (output.trim()) console.log(output.trimEnd());
    if (code !== 0) return script;
  }
  return undefined;
}

const failed = (await Promise.all(LANES.map(runLane))).filter((script) => script !== undefined);
if (failed.length > 0) {
  console.error(`FAILED: ${failed.join(', ')}`);
  process.exitCode = 1;
} else {
  process.exitCode = (await run('pages', { piped: false })).code;
}
