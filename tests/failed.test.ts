import { describe, expect, test } from 'vitest';
import { commandsFor } from './failed.ts';

describe('The commands that run just what failed', () => {
  test('name each unit test’s file with a fault once, also where the output is coloured', () => {
    const output = [
      ' \u001b[32m✓\u001b[39m tests/time/zone.test.ts (3 tests)',
      '\u001b[41m FAIL \u001b[49m tests/time/edtf.test.ts > a date > is read',
      ' FAIL  tests/time/edtf.test.ts > a date > is written',
      ' FAIL  tests/ui/words.test.ts > words',
    ].join('\n');
    expect(commandsFor('unit', output)).toEqual([
      'npm run unit -- tests/time/edtf.test.ts tests/ui/words.test.ts',
    ]);
  });

  test('name each browser test by its line, as its run has told them', () => {
    const output = [
      '  1 failed',
      'FAILED: 2 of the browser tests. To run just one of them:',
      '  npm run pages -- tests/browser/transport/keys.spec.ts:49',
      '    While the focus is inside, the keys › do what they do',
      '  npm run pages -- tests/embed/frame.spec.ts:12',
      '    EM-01',
    ].join('\n');
    expect(commandsFor('pages', output)).toEqual([
      'npm run pages -- tests/browser/transport/keys.spec.ts:49',
      'npm run pages -- tests/embed/frame.spec.ts:12',
    ]);
  });

  test('are the script itself where it names nothing', () => {
    expect(commandsFor('unit', 'vitest: command not found')).toEqual(['npm run unit']);
    expect(commandsFor('pages', 'There is no dist/index.html to test.')).toEqual(['npm run pages']);
    expect(commandsFor('lint', ' FAIL  tests/time/edtf.test.ts')).toEqual(['npm run lint']);
  });
});
