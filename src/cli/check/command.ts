import type { Command } from 'commander';
import type { CheckOptions } from './check-files.ts';

export function defineCheck(program: Command): void {
  program
    .command('check')
    .description(
      'Check story files. Every fault and warning is printed with line, column and remedy.',
    )
    .argument('<files...>', 'story files')
    .option('--json', 'print an array of { file, faults, warnings } to standard output')
    .option('--warnings-as-errors', 'fail for warnings too')
    .addHelpText(
      'after',
      '\nThe exit code is 0 if all files pass, 1 if one does not, 2 for a wrong use.',
    )
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { checkFiles } = await import('./check-files.ts');
      if (!(await checkFiles(files, options))) process.exitCode = 1;
    });
}
