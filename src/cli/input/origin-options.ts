import type { Command } from 'commander';
import { readMediaOrigins } from '../../site/media/media-origins.ts';
import { UsageError } from './usage-error.ts';

/** The value of an option that may be repeated. A list in one option would take the story file for its last value. */
export const collect = (one: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  one,
];

/** Adds the option that names other sites with media. Its value is for `readMediaFrom`. */
export const addMediaOption = (command: Command): Command =>
  command.option(
    '--media-from <origin>',
    'another site whose pictures, films and sounds the pages may load: https://images.example; may be repeated',
    collect,
  );

/** Reads an option. What it throws is a wrong use of the command. */
export function orUsageError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The origins of that option. */
export const readMediaFrom = (words: readonly string[] = []): readonly string[] =>
  orUsageError(() => readMediaOrigins(words));
