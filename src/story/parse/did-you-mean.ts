/**
 * Letters to insert, delete, change or swap with the next to get from one word to another; beyond `limit` any
 * larger number.
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

/** Words longer than any id are no slips of the finger. */
const MAX_WORD = 64;
/** Beyond so many candidates a guess is worth less than the time it takes. */
const MAX_CANDIDATES = 1000;

/** Of a short word half would be left of two slips: “date” is not “at”. */
const SHORT = 4;

/** The candidate that is a slip or two from a word (a third of its letters at most), or null. */
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

/** ` Did you mean "singapore"?`, or nothing if nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const guess = nearest(word, candidates);
  return guess === null ? '' : ` Did you mean "${guess}"?`;
}
