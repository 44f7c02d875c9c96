import { spawnSync } from 'node:child_process';
import { copyFile, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { splitOrigins } from '../media/media-origins.ts';

/*
 * Builds the site of this repository into `dist/`, beside the library and the command, with that command. `PARLEY_STORY` names
 * another story, `PARLEY_URL` says where the site will be published, `PARLEY_MEDIA` names other sites whose media it shows,
 * `PARLEY_ALLOW_STORIES` lists origins of further stories.
 */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = at('../../../dist/');

const story = process.env['PARLEY_STORY'] || at('../../../geo/stories/korea-thaw.json');
const url = process.env['PARLEY_URL']?.trim();
const mediaOrigins = splitOrigins(process.env['PARLEY_MEDIA']);
const storyOrigins = splitOrigins(process.env['PARLEY_ALLOW_STORIES']);

// Not what an earlier checkout has left: budgets count files by their names.
for (const name of await readdir(OUT)) {
  if (name !== 'cli' && name !== 'library') await rm(`${OUT}${name}`, { recursive: true });
}
const args = [`${OUT}cli/parley-map.js`, 'build', story, '--out', OUT, '--force'];
if (url) args.push('--url', url);
for (const origin of mediaOrigins) args.push('--media-from', origin);
for (const origin of storyOrigins) args.push('--allow-stories', origin);
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
// The format's readme links them. `parley-map build` writes them into no site.
for (const name of ['template.csv', 'template.xlsx']) {
  await copyFile(at(`../../../public/${name}`), `${OUT}${name}`);
}
process.exitCode = status ?? 1;
