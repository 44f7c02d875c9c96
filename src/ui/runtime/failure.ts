import { formatPath, type Fault } from '../../story/parse/faults/fault.ts';
import type { CheckedAddress } from './story-address.ts';
import type { RuntimeWords } from './words.ts';

/** Why a story is not shown, as the card tells it. */
export interface Failure {
  readonly heading: string;
  /** What to do. */
  readonly advice: string;
  /** The most important lines, in English: faults, or a reason. */
  readonly details: readonly string[];
  /** How many more faults there are, in words; null if all are told. */
  readonly more: string | null;
  /** Origins from which stories may come; empty where they do not matter. */
  readonly origins: readonly string[];
  /** Whether trying again can help. */
  readonly canRetry: boolean;
}

/** The most faults on the card. The author sees all with `parley-map check`. */
const MOST = 10;

export const failureOfAddress = (
  { why, origins }: Extract<CheckedAddress, { readonly ok: false }>,
  texts: RuntimeWords,
): Failure => ({
  heading: texts.refused,
  advice: texts.refusedAdvice,
  details: [why],
  more: null,
  origins,
  canRetry: false,
});

/** A file that could not be had has one fault, which says so. All others are faults in the file. */
export function failureOfFaults(faults: readonly Fault[], texts: RuntimeWords): Failure {
  const isLost = faults.some(({ code }) => code === 'unreachable');
  const told = faults.filter(({ code }) => code !== 'more');
  const rest = told.length - MOST;
  // The reader of a story counts only so far.
  const count = `${rest}${told.length < faults.length ? '+' : ''}`;
  return {
    heading: isLost ? texts.lost : texts.faulty,
    advice: isLost ? texts.lostAdvice : texts.faultyAdvice,
    details: told.slice(0, MOST).map(describeFault),
    more: rest > 0 ? texts.more(count) : null,
    origins: [],
    canRetry: true,
  };
}

/** `14:22 events[3].when: "June 2018" is not a date.` */
function describeFault({ position, path, message }: Fault): string {
  const place = position ? `${position.line}:${position.column} ` : '';
  return path.length === 0 ? place + message : `${place}${formatPath(path)}: ${message}`;
}
