import type { Command } from 'commander';
import type { NewOptions } from './new-folder.ts';

export function defineNew(program: Command): void {
  program
    .command('new')
    .description(
      'Begin a story: write a small one that is complete, to be written over. Asks for title, language and time zone.',
    )
    .argument('[folder]', 'the folder to write into', '.')
    .option('--yes', 'ask nothing')
    .option('--title <text>', 'the title')
    .option('--language <tag>', 'the language of the texts, such as de or pt-BR')
    .option('--zone <zone>', 'the time zone of events without a place, such as Europe/Berlin')
    .option('--spreadsheet', 'write a spreadsheet for the events too, events.xlsx')
    .addHelpText(
      'after',
      `
No file is ever overwritten.
The exit code is 0 if the story is written, 2 for a wrong use.

Example:
  parley-map new summit --title "Three summits" --zone Europe/Berlin`,
    )
    .action(async (folder: string, options: NewOptions) => {
      const { newFolder } = await import('./new-folder.ts');
      const lines = await newFolder(folder, options, {
        version: program.version() ?? '',
        canAsk: process.stdin.isTTY,
        readSpreadsheet: async () => {
          const { readTemplate } = await import('../input/read-template.ts');
          const { files } = await readTemplate();
          const spreadsheet = files.get('template.xlsx');
          if (!spreadsheet)
            throw new Error('The template has no template.xlsx. Run: npm run build');
          return spreadsheet;
        },
      });
      for (const line of lines) console.log(line);
    });
}
