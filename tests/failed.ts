import { stripVTControlCharacters } from 'node:util';

/** The commands that run just what failed of a script: of the unit tests the files, of the browser tests each test. */
export function commandsFor(script: string, output: string): readonly string[] {
  const plain = stripVTControlCharacters(output);
  const all = (pattern: RegExp): readonly string[] => [
    ...new Set([...plain.matchAll(pattern)].map(([, found = '']) => found)),
  ];
  if (script === 'unit') {
    const files = all(/^\s*FAIL\s+(tests\/\S+)/gm);
    return [['npm run unit', ...(files.length > 0 ? ['--', ...files] : [])].join(' ')];
  }
  // As `browser/kit/failures.ts` writes them.
  const tests = script === 'pages' ? all(/^ {2}(npm run pages -- \S+)$/gm) : [];
  return tests.length > 0 ? tests : [`npm run ${script}`];
}
