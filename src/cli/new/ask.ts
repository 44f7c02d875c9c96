import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { canonicalTag } from '../../story/parse/schema/prose.ts';
import { isZone } from '../../time/zone.ts';
import { UsageError } from '../input/usage-error.ts';
import type { Answers } from './new-story.ts';

/** What a story has if its author says nothing. The zone is that of the computer. */
export const defaultAnswers = (): Answers => ({
  title: 'To the Moon and back',
  language: 'en',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
});

interface Question {
  readonly key: keyof Answers;
  readonly words: string;
  /** Null if the answer will do, else what to write. */
  readonly flawOf: (answer: string) => string | null;
}

/** What no title of a story may have: breaks of lines, and characters that nobody sees. */
const NOT_ONE_LINE = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** As long as a title of a story may be. */
const MAX_TITLE = 200;

export const QUESTIONS: readonly Question[] = [
  {
    key: 'title',
    words: 'Title',
    flawOf: (answer) =>
      answer.length > MAX_TITLE
        ? `A title has at most ${MAX_TITLE} characters. Shorten it.`
        : NOT_ONE_LINE.test(answer)
          ? 'A title is one line without control characters. Write it anew.'
          : null,
  },
  {
    key: 'language',
    words: 'Language',
    flawOf: (answer) =>
      canonicalTag(answer) !== null
        ? null
        : `${answer} is no BCP 47 tag. Write one such as de or pt-BR.`,
  },
  {
    key: 'zone',
    words: 'Time zone',
    flawOf: (answer) =>
      isZone(answer) ? null : `${answer} is no time zone. Write one such as Europe/Berlin.`,
  },
];

/**
 * Asks for title, language and time zone. An empty answer takes the default. Throws a `UsageError` if the input ends before
 * the last answer. Ctrl+C ends the command.
 */
export async function ask(
  defaults: Answers,
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): Promise<Answers> {
  const lines = createInterface({ input, output });
  lines.once('SIGINT', () => process.exit(130));
  const isClosed = new Promise<null>((close) => lines.once('close', () => close(null)));
  const answers = { ...defaults };
  try {
    for (const question of QUESTIONS) {
      const asked = `${question.words} (${defaults[question.key]}): `;
      const next = () => Promise.race([lines.question(asked), isClosed]);
      answers[question.key] = (await answerTo(question, next, output)) || answers[question.key];
    }
    return answers;
  } finally {
    lines.close();
  }
}

/** Asks until an answer will do; an empty one will. */
async function answerTo(
  { flawOf }: Question,
  next: () => Promise<string | null>,
  output: Writable,
): Promise<string> {
  for (;;) {
    const answer = (await next())?.trim();
    if (answer === undefined) {
      throw new UsageError('Nothing is written. Answer each question, or add --yes.');
    }
    const flaw = answer === '' ? null : flawOf(answer);
    if (flaw === null) return answer;
    output.write(`${flaw}\n`);
  }
}
