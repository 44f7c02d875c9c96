import type { Command } from 'commander';
import { addReadingOptions } from '../input/reading-options.ts';
import type { CheckOptions } from './check-files.ts';

export function defineCheck(program: Command): void {
  const command = program
    .command('check')
    .description(
      'Check story files. Every fault and warning is printed with line, column and remedy.',
    )
    .argument('<files...>', 'story files, files that import reads, or - for standard input')
    .option('--json', 'print an array of { file, faults, warnings } to standard output')
    .option('--warnings-as-errors', 'fail for warnings too');
  addReadingOptions(command)
    .addHelpText(
      'after',
      `
The exit code is 0 if all files pass, 1 if one does not, 2 if one cannot be read, and for a wrong use.

Example:
  parley-map check story.json`,
    )
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { checkFiles } = await import('./check-files.ts');
      process.exitCode = await checkFiles(files, options);
    });
}
