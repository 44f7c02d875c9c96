import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const MINUTE = 60_000;
const FONT = 'fonts-noto-cjk';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome.exe',
  'msedge.exe',
];

/** Where installers put a browser that is not on the PATH. */
const USUAL_PLACES = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [];
  }),
];

/**
 * The path of a Chromium that starts: the one asked for, one that is there, or one fetched now, so
 * that `npm test` needs nothing installed by hand. `undefined` when there is none to be had.
 */
export async function findChromium(): Promise<string | undefined> {
  const asked = process.env['PARLEY_CHROMIUM'] ?? process.env['CHROMIUM_PATH'];
  if (asked) return askedFor(asked);
  return (await firstThatStarts()) ?? (await fetchFromPlaywright()) ?? (await fetchFromDebian());
}

/** Pictures with Korean text need a Korean font; without one they differ, so try, but never fail. */
export async function ensureFonts(): Promise<void> {
  if (process.platform !== 'linux') return;
  const fonts = await run('fc-list', [], { quiet: true });
  if (/Noto ?(Sans|Serif) ?CJK/i.test(fonts.output)) return;
  const fetched = await installPackages([FONT]);
  if (!fetched) console.warn(`No Noto CJK font: pictures may differ. Install ${FONT}.`);
}

async function askedFor(path: string): Promise<string> {
  if (await starts(path)) return path;
  throw new Error(`PARLEY_CHROMIUM or CHROMIUM_PATH says ${path}, which does not start.`);
}

async function firstThatStarts(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [chromium.executablePath(), ...inPath, ...USUAL_PLACES]) {
    if (await starts(path)) return path;
  }
  return undefined;
}

/** A file is not enough: a Chromium without its system libraries is there and yet dies at once. */
async function starts(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  // On Windows, --version opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const { code } = await run(path, ['--version'], { quiet: true, limit: MINUTE / 2 });
  return code === 0;
}

async function fetchFromPlaywright(): Promise<string | undefined> {
  console.log('No Chromium here. Fetching the one that Playwright keeps.');
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  await run(process.execPath, [cli, 'install', 'chromium'], { limit: 2 * MINUTE });
  return firstThatStarts();
}

async function fetchFromDebian(): Promise<string | undefined> {
  console.log('Fetching Chromium from the system’s packages.');
  const fetched = await installPackages(['chromium', FONT]);
  return fetched ? firstThatStarts() : undefined;
}

/** Installs on Debian and its kin where no password is asked for; elsewhere answers false. */
async function installPackages(names: string[]): Promise<boolean> {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
  for (const task of [['update'], ['install', '--no-install-recommends', ...names]]) {
    const [file = '', ...args] = [...apt, ...task];
    const { code } = await run(file, args, { limit: 3 * MINUTE });
    if (code !== 0) return false;
  }
  return true;
}

/** Runs a command that may hang or be missing: past the limit it is ended with all its children. */
function run(file: string, args: string[], { quiet = false, limit = MINUTE } = {}) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const own = process.platform !== 'win32';
    const stdio = quiet ? 'pipe' : 'inherit';
    const child = spawn(file, args, { detached: own, stdio: ['ignore', stdio, stdio] });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.resume();
    const end = () => (own && child.pid ? process.kill(-child.pid, 'SIGKILL') : child.kill());
    const timer = setTimeout(end, limit);
    const done = (code: number) => {
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.on('error', () => done(127));
    child.on('close', (code) => done(code ?? 124));
  });
}
