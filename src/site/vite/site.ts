import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/*
 * Builds the site of this repository into `dist/`, beside the library and the command, with that command. `PARLEY_STORY` names
 * another story, `PARLEY_URL` says where the site will be published, `PARLEY_ALLOW_STORIES` lists origins of further stories
 * with a space between.
 */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = at('../../../dist/');

const story = process.env['PARLEY_STORY'] || at('../../../geo/stories/korea-thaw.json');
const url = process.env['PARLEY_URL']?.trim();

// Not what an earlier checkout has left: budgets count files by their names.
for (const name of await readdir(OUT)) {
  if (name !== 'cli' && name !== 'library') await rm(`${OUT}${name}`, { recursive: true });
}
const args = [`${OUT}cli/parley-map.js`, 'build', story, '--out', OUT, '--force'];
const origins = process.env['PARLEY_ALLOW_STORIES']?.trim().split(/\s+/) ?? [];
const options = [
  ...(url ? ['--url', url] : []),
  ...origins.filter(Boolean).flatMap((origin) => ['--allow-stories', origin]),
];
const { status } = spawnSync(process.execPath, [...args, ...options], { stdio: 'inherit' });
process.exitCode = status ?? 1;
