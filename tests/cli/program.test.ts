import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { outcomeOf } from './outcome.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly version: string };

describe('the command line', () => {
  it('tells its version', async () => {
    expect(await outcomeOf('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('lists its commands, and the options of each with an example', async () => {
    const { status, stdout } = await outcomeOf('--help');
    expect(status).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
    expect(commands).toEqual([...['new', 'preview', 'check', 'build', 'import', 'export'], 'help']);
    const options: Readonly<Record<string, readonly string[]>> = {
      new: ['[folder]', '--yes', '--spreadsheet', '--title <text>'],
      preview: ['--port <number>', '--host <address>', '--media-from <origin>', '--day-first'],
      check: ['--json', '--warnings-as-errors', '--month-first'],
      build: [
        '--out <folder>',
        '--url <address>',
        '--card <file>',
        '--allow-stories <origin>',
        '--media-from <origin>',
        '--force',
        '--zone <zone>',
      ],
      import: ['--out <file>', '--report <file>', '--skip-undated', '--format <name>'],
      export: ['--to <format>', '--out <file>', '--language <tag>'],
    };
    for (const [name, expected] of Object.entries(options)) {
      const help = await outcomeOf(name, '--help');
      expect([name, help.status]).toEqual([name, 0]);
      for (const option of expected) expect(help.stdout).toContain(option);
      expect(help.stdout).toContain(`Example:\n  parley-map ${name} `);
      expect(help.stdout).toContain('The exit code is 3 if');
    }
  });

  it.each([
    [[], /Usage: parley-map/],
    [['biuld'], /unknown command 'biuld'\n\(Did you mean build\?\)/],
    [['build', '--out', 'a'], /missing required argument 'file'/],
    [['build', 'a.json'], /required option '--out <folder>' not specified/],
    [['import', 'a.csv'], /required option '--out <file>' not specified/],
    [['export', 'a.json'], /required option '--to <format>' not specified/],
    [['check', 'a.csv', '--day-first', '--month-first'], /exclude each other\. Remove one\./],
    [['check', 'a.csv', '--zone', 'Mars'], /--zone Mars is no time zone\. Write one such as/],
    [['check', 'a.csv', '--language', 'German'], /--language German is no BCP 47 tag\. Write/],
    [['preview', 'package.json', '--port', 'http'], /--port http is no port\. Write a number/],
    [['preview', 'none.json'], /none\.json: there is no such file\./],
    [['preview', '-'], /needs a file that it can watch/],
  ])('ends with 2 for a wrong use: %j', async (args, said) => {
    const { status, stdout, stderr } = await outcomeOf(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });

  it('ends with 2 for a site of media that is no origin, and takes the story for none', async () => {
    const origin = 'https://images.example/x';
    const args = ['build', '--media-from', origin, 'a.json', '--out', 'a'];
    const { status, stderr } = await outcomeOf(...args);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining(`Media from ${origin}: this is not`),
    ]);
  });

  it('ends with 3 and one line for what nobody has foreseen', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fail = () => Promise.reject(new Error('no such thing'));
    await run(['fail'], [(program) => void program.command('fail').action(fail)]);
    const { exitCode } = process;
    process.exitCode = 0;
    expect(exitCode).toBe(3);
    expect(complaint.mock.calls).toEqual([['error: parley-map has failed: no such thing']]);
    complaint.mockRestore();
  });

  it('ends with 2 for an origin of stories that is none, and takes the story for none', async () => {
    const origin = 'https://data.example/x';
    const args = ['build', '--allow-stories', origin, 'a.json', '--out', 'a'];
    const { status, stderr } = await outcomeOf(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`“${origin}” is no origin`)]);
  });

  it.each(['build', 'preview'])(
    '%s takes media of several sites, and no story for one',
    async (name) => {
      const sites = ['--media-from', 'https://images.example', '--media-from', 'ftp://a.example'];
      const args = name === 'build' ? ['--out', 'a'] : [];
      const { status, stderr } = await outcomeOf(name, ...sites, 'package.json', ...args);
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(/^error: Media from ftp:\/\/a\.e/),
      ]);
    },
  );
});
