import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/program.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly version: string };

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** How a command line ends, and what it prints. */
async function outcomeOf(...args: readonly string[]) {
  const [stdout, stderr] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  process.exitCode = 0;
  await run(args);
  const [told, complained] = [stdout, stderr].map(
    (spy) => spy?.mock.calls.map(([text]) => String(text)).join('') ?? '',
  );
  vi.restoreAllMocks();
  return { status: process.exitCode, stdout: told ?? '', stderr: complained ?? '' };
}

describe('the command line', () => {
  it('tells its version', async () => {
    expect(await outcomeOf('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('lists its commands, and the options of each', async () => {
    const { status, stdout } = await outcomeOf('--help');
    expect(status).toBe(0);
    expect([...stdout.matchAll(/^ {2}(build|check) /gm)].map(([, name]) => name)).toEqual([
      'build',
      'check',
    ]);
    const build = await outcomeOf('build', '--help');
    expect(build.status).toBe(0);
    const options = ['--out <folder>', '--url <address>', '--card <file>', '--force'];
    for (const option of [...options, '--allow-stories <origin>']) {
      expect(build.stdout).toContain(option);
    }
    const check = await outcomeOf('help', 'check');
    for (const option of ['--json', '--warnings-as-errors']) expect(check.stdout).toContain(option);
  });

  it.each([
    [[], /Usage: parley-map/],
    [['biuld'], /unknown command 'biuld'\n\(Did you mean build\?\)/],
    [['build', '--out', 'a'], /missing required argument 'file'/],
    [['build', 'a.json'], /required option '--out <folder>' not specified/],
  ])('ends with 2 for a wrong use: %j', async (args, said) => {
    const { status, stdout, stderr } = await outcomeOf(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });

  it('ends with 2 for an origin of stories that is none, and takes the story for none', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    await run(['build', '--allow-stories', 'https://data.example/x', 'a.json', '--out', 'a']);
    expect(process.exitCode).toBe(2);
    expect(told.mock.calls.flat().join()).toMatch(/“https:\/\/data\.example\/x” is no origin/);
  });
});
