import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { relative } from 'node:path';

/** Says last, after all details, which tests failed and how to run just those. */
export default class Failures implements Reporter {
  readonly #failed = new Map<string, string>();

  onTestEnd(test: TestCase, result: TestResult): void {
    if (test.outcome() !== 'unexpected' || result.status === 'interrupted') return;
    const { file, line } = test.location;
    const [, , , ...titles] = test.titlePath();
    this.#failed.set(`${relative('', file)}:${line}`, titles.join(' › '));
  }

  onEnd(): void {
    if (this.#failed.size === 0) return;
    console.log(`\nFAILED: ${this.#failed.size} of the browser tests. To run just one of them:`);
    for (const [place, title] of this.#failed) {
      console.log(`  npm run pages -- ${place}\n    ${title}`);
    }
  }
}
