import { vi } from 'vitest';
import { run } from '../../src/cli/program.ts';

/** How a command line ends, and what it prints, without a process of its own. */
export async function outcomeOf(...args: readonly string[]) {
  let [stdout, stderr] = ['', ''];
  const told = (text: unknown) => ((stdout += String(text)), true);
  const complained = (text: unknown) => ((stderr += String(text)), true);
  const decoded = (text: unknown) => told(text instanceof Uint8Array ? Buffer.from(text) : text);
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(decoded),
    vi.spyOn(process.stderr, 'write').mockImplementation(complained),
    vi.spyOn(console, 'log').mockImplementation((line: unknown) => void told(`${String(line)}\n`)),
    vi
      .spyOn(console, 'error')
      .mockImplementation((line: unknown) => void complained(`${String(line)}\n`)),
  ];
  process.exitCode = 0;
  try {
    await run(args);
    return { status: process.exitCode, stdout, stderr };
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}
