import type { Command } from 'commander';
import { addReadingOptions } from '../input/reading-options.ts';
import type { ImportCommandOptions } from './import-file.ts';

export function defineImport(program: Command): void {
  const command = program
    .command('import')
    .description(
      'Make a story of a spreadsheet (CSV, XLSX), StoryMapJS, TimelineJS, KML, KMZ, GeoJSON, GPX or Linked Places. What the story does not hold is told on standard error.',
    )
    .argument('<file>', 'the file, or - for standard input')
    .requiredOption('--out <file>', 'the story file to write, or - for standard output')
    .option('--report <file>', 'write what the story does not hold into a file')
    .option('--force', 'overwrite files that are there already');
  addReadingOptions(command)
    .addHelpText(
      'after',
      `
Media of an archive, and those beside the file, are written beside the story.
The exit code is 0 if there is a story without faults, 1 if not, 2 for a wrong use.

Example:
  parley-map import events.xlsx --out story.json --day-first`,
    )
    .action(async (file: string, options: ImportCommandOptions) => {
      const { importFile } = await import('./import-file.ts');
      if (!(await importFile(file, options))) process.exitCode = 1;
    });
}
