import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatIframe, formatScript, type Sharing } from '../../src/ui/share/embed-code.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const MINUTE = 60_000;
/** Ends a command that hangs. A registry or a build may be slow. */
const LIMIT = 10 * MINUTE;

/** Where the pages lie that are opened, within the workshop. */
export const SITE = 'site';

/**
 * A folder with the hosts' pages, their packages and the library as `npm pack` writes it. It lies outside the project, so
 * that no page finds a package of the project by chance. Besides, the site has what a newsroom has on its server: the
 * story, and the published map for frames.
 */
export async function openWorkshop(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-hosts-'));
  await cp(at('.'), folder, { recursive: true });
  await cp(at('../../geo/stories/korea-thaw.json'), join(folder, SITE, 'story.json'));
  await cp(at('../../dist'), join(folder, SITE, 'maps'), { recursive: true });
  await writeFile(join(folder, 'mdx/pasted.mdx'), pastedLines());
  await npm(folder, ['ci']);
  const packed = await npm(at('../..'), ['pack', '--pack-destination', folder]);
  const tarball = basename(packed.trim().split('\n').at(-1) ?? '');
  await npm(folder, ['install', '--no-save', `./${tarball}`]);
  return folder;
}

/** Copies files and folders into a host's part of the site, each under its own name. */
export async function copyPage(folder: string, host: string, paths: readonly string[]) {
  const page = join(folder, SITE, host);
  await mkdir(page, { recursive: true });
  for (const path of paths) {
    await cp(join(folder, path), join(page, basename(path)), { recursive: true });
  }
}

export interface Ended {
  readonly isGood: boolean;
  readonly output: string;
}

/** Runs one of the scripts of the hosts' package.json. */
export const runScript = (folder: string, script: string): Promise<Ended> =>
  runNpm(folder, ['run', '--silent', script]);

async function npm(folder: string, args: readonly string[]): Promise<string> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { isGood, output } = await runNpm(folder, [...args, ...quiet]);
  if (isGood) return output;
  throw new Error(`npm ${args.join(' ')} failed. It needs a registry.\n${output}`);
}

function runNpm(cwd: string, args: readonly string[]): Promise<Ended> {
  const shell = process.platform === 'win32';
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  return new Promise((resolve) => {
    execFile('npm', args, { cwd, shell, env, timeout: LIMIT }, (error, stdout, stderr) =>
      resolve({ isGood: error === null, output: stdout + stderr || String(error) }),
    );
  });
}

/** Another origin than that of the pages, where the published map answers too. */
export const MAPS = 'https://maps.example';

/** What the Share dialog gives an author to paste, for a map of another origin. */
function pastedLines(): string {
  const sharing: Sharing = {
    page: `${MAPS}/`,
    title: 'Map: the Korean thaw',
    asked: null,
    state: 't=2018-06-12',
    language: 'en',
    own: 'en',
    theme: 'light',
    height: null,
  };
  return `${formatIframe(sharing)}\n\n${formatScript(sharing)}\n`;
}
