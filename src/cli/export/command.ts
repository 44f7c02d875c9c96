import type { Command } from 'commander';
import { addFormatOptions } from '../input/reading-options.ts';
import type { ExportCommandOptions } from './export-file.ts';

export function defineExport(program: Command): void {
  const command = program
    .command('export')
    .description(
      'Write a story in another format. What the format has no room for is told on standard error.',
    )
    .argument('<file>', 'the story file, or - for standard input')
    .requiredOption('--to <format>', 'xlsx, csv, geojson, kml, ics, timelinejs or linked-places')
    .option('--out <file>', 'the file to write; without it, standard output')
    .option('--language <tag>', 'the language of the texts; without it, that of the story')
    .option('--force', 'overwrite a file that is there already');
  addFormatOptions(command)
    .addHelpText(
      'after',
      `
The exit code is 0 if the file is written, 1 for a story with faults, 2 for a wrong use.

Example:
  parley-map export story.json --to ics --out events.ics`,
    )
    .action(async (file: string, options: ExportCommandOptions) => {
      const { exportFile } = await import('./export-file.ts');
      if (!(await exportFile(file, options))) process.exitCode = 1;
    });
}
