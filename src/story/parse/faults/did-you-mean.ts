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
/** How many candidates are compared at most, to bound the time. */
const MAX_CANDIDATES = 1000;

/** Words up to this length may differ by one letter only. With two, “date” would match “at”. */
const SHORT = 4;

/** The candidate nearest to a word, or null. It may differ by a third of the letters, rounded up. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > MAX_WORD) return null;
  let best: string | null = null;
  let limit = word.length <= SHORT ? 1 : Math.ceil(word.length / 3);
  let seen = 0;
  for (const candidate of candidates) {
    seen += 1;
    if (seen > MAX_CANDIDATES) break;
    const far = distance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (far > limit) continue;
    best = candidate;
    limit = far - 1;
  }
  return best;
}

/** ` Did you mean "singapore"?`, or an empty text if no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const guess = nearest(word, candidates);
  return guess === null ? '' : ` Did you mean "${guess}"?`;
}
