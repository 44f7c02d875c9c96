import { describe, expect, test } from 'vitest';
import { commandFor } from './failed.ts';

describe('The command that runs just what failed', () => {
  test('names each test file with a fault once, also where the output is coloured', () => {
    const output = [
      ' \u001b[32m✓\u001b[39m tests/time/zone.test.ts (3 tests)',
      '\u001b[41m FAIL \u001b[49m tests/time/edtf.test.ts > a date > is read',
      ' FAIL  tests/time/edtf.test.ts > a date > is written',
      ' FAIL  tests/ui/words.test.ts > words',
    ].join('\n');
    expect(commandFor('unit', output)).toBe(
      'npm run unit -- tests/time/edtf.test.ts tests/ui/words.test.ts',
    );
  });

  test('is the script itself where no file is named', () => {
    expect(commandFor('unit', 'vitest: command not found')).toBe('npm run unit');
    expect(commandFor('lint', ' FAIL  tests/time/edtf.test.ts')).toBe('npm run lint');
  });
});
