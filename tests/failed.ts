import { stripVTControlCharacters } from 'node:util';

/** The command that runs just what failed of a script: of the unit tests only the files with a fault. */
export function commandFor(script: string, output: string): string {
  const files = stripVTControlCharacters(output).matchAll(/^\s*FAIL\s+(tests\/\S+)/gm);
  const failed = [...new Set([...files].map(([, file]) => file))];
  const only = script === 'unit' && failed.length > 0 ? ` -- ${failed.join(' ')}` : '';
  return `npm run ${script}${only}`;
}
