import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { defineBuild } from './build/command.ts';
import { defineCheck } from './check/command.ts';
import { defineExport } from './export/command.ts';
import { defineImport } from './import/command.ts';
import { UsageError } from './input/usage-error.ts';
import { defineNew } from './new/command.ts';
import { definePreview } from './preview/command.ts';

/** Adds a command to the program. What it does is loaded when it is called. */
type Define = (program: Command) => void;

const COMMANDS: readonly Define[] = [
  defineNew,
  definePreview,
  defineCheck,
  defineBuild,
  defineImport,
  defineExport,
];

/** From `src/cli/` and from `dist/cli/` alike. */
const PACKAGE = new URL('../../package.json', import.meta.url);

function createProgram(commands: readonly Define[]): Command {
  const { version, description } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as {
    readonly version: string;
    readonly description: string;
  };
  const program = new Command('parley-map')
    .description(description)
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run it with --help to see what there is.')
    .addHelpText('afterAll', '\nThe exit code is 3 if parley-map itself has failed.')
    .exitOverride();
  for (const define of commands) define(program);
  return program;
}

/**
 * Runs the command line. Sets the exit code of the process: 0 if all is well, 1 for a story with faults, 2 for a wrong
 * use of the command, 3 for a fault of parley-map itself.
 */
export async function run(args: readonly string[], commands = COMMANDS): Promise<void> {
  const program = createProgram(commands);
  if (args.length === 0) {
    program.outputHelp({ error: true });
    process.exitCode = 2;
    return;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed it. Help and version end with 0.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    const isWrongUse = error instanceof UsageError;
    console.error(isWrongUse ? `error: ${message}` : `error: parley-map has failed: ${message}`);
    process.exitCode = isWrongUse ? 2 : 3;
  }
}
