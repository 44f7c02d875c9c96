/**
 * Damerau–Levenshtein distance (optimal string alignment): how many letters to insert, delete, change or swap with
 * the next one. If it exceeds `limit`, the result may be any number above `limit`.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (above[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    above = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** Longer words are not compared. No id is longer. */
const MAX_WORD = 64;

/** Parts up to this length are often names, which differ by one letter: Iran and Iraq, Mali and Bali. */
const SHORT = 5;
/** From this length on a part may have two mistakes. Below it two are often another word: eastern and western. */
const LONG = 10;

const partsOf = (word: string): string[] => word.split(/[^\p{L}\p{N}]+/u);
const numbersOf = (word: string): string => (word.match(/\d+/g) ?? []).join();

/** How many mistakes lead from one part of a word to another; more than two if they are different words. */
function mistakesIn(a: string, b: string): number {
  const most = Math.min(a.length, b.length) < LONG ? 1 : 2;
  const far = distance(a, b, most);
  const isChanged = far === 1 && a.length === b.length && !isSwapped(a, b);
  return far > most || (isChanged && a.length <= SHORT) ? Infinity : far;
}

/** Whether the letters of two words are the same, in another order. */
const isSwapped = (a: string, b: string): boolean => [...a].sort().join() === [...b].sort().join();

/**
 * How many mistakes lead from a word to a candidate, part by part, so that one part of a long id cannot be a whole
 * other word: "south-korea" is not "north-korea". Numbers must be equal: "talks-2" is not "talks-3".
 */
function mistakes(word: string, candidate: string): number {
  if (numbersOf(word) !== numbersOf(candidate)) return Infinity;
  const [parts, others] = [partsOf(word), partsOf(candidate)];
  if (parts.length !== others.length) return mistakesIn(parts.join(''), others.join('')) + 1;
  return parts.reduce((sum, part, index) => sum + mistakesIn(part, others[index] ?? ''), 0);
}

/** The candidate nearest to a word, or null if none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > MAX_WORD) return null;
  let best: string | null = null;
  let least = 3;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 2) continue;
    const count = mistakes(word.toLowerCase(), candidate.toLowerCase());
    if (count >= least) continue;
    best = candidate;
    least = count;
  }
  return best;
}

/** ` Did you mean "singapore"?`, or an empty text if no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const guess = nearest(word, candidates);
  return guess === null ? '' : ` Did you mean "${guess}"?`;
}

/** How many words get a suggestion: as many faults are told at most. */
const MAX_SUGGESTIONS = 100;
/** How many candidates are compared with a word. Comparing costs about 5 µs. */
const MAX_CANDIDATES = 500;

/** `didYouMean` for many words and the same candidates, in a time that does not grow with the number of both. */
export function createSuggestions(candidates: Iterable<string>): (word: string) => string {
  let left = MAX_SUGGESTIONS;
  let byNumbers: Map<string, string[]> | null = null;
  const group = () => {
    const groups = new Map<string, string[]>();
    for (const candidate of candidates) {
      const numbers = numbersOf(candidate);
      const others = groups.get(numbers);
      if (others === undefined) groups.set(numbers, [candidate]);
      else if (others.length < MAX_CANDIDATES) others.push(candidate);
    }
    return groups;
  };
  return (word) => {
    left -= 1;
    if (left < 0) return '';
    byNumbers ??= group();
    return didYouMean(word, byNumbers.get(numbersOf(word)) ?? []);
  };
}
