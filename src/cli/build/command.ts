import type { Command } from 'commander';
import { addMediaOption, collect } from '../input/origin-options.ts';
import { addReadingOptions } from '../input/reading-options.ts';
import type { BuildOptions } from './build-folder.ts';

export function defineBuild(program: Command): void {
  const command = program
    .command('build')
    .description(
      'Make the site of a story: a folder to publish. A story with faults writes nothing.',
    )
    .argument('<file>', 'the story file, a file that import reads, or - for standard input')
    .requiredOption('--out <folder>', 'the folder to write')
    .option('--url <address>', 'where the folder will be published: https://…/')
    .option(
      '--card <file>',
      'a PNG of 1200 by 630 pixels for social media, instead of the drawn one',
    )
    .option(
      '--allow-stories <origin>',
      'a further origin of stories that the page may load with ?story=: https://data.example; may be repeated',
      collect,
    )
    .option('--force', 'write into a folder that has other files in it');
  addReadingOptions(addMediaOption(command))
    .addHelpText(
      'after',
      `
The exit code is 0 if the site is written, 1 for a story with faults, 2 for a wrong use.

Example:
  parley-map build story.json --out site --url https://news.example/summit/`,
    )
    .action(async (file: string, options: BuildOptions) => {
      const { buildFolder } = await import('./build-folder.ts');
      if (!(await buildFolder(file, options))) process.exitCode = 1;
    });
}
