import { sayings } from './sayings.ts';

// Run as a process of its own, under another TZ, by wording.test.ts.
process.stdout.write(sayings());
