/** The longest id of the story format. */
const MAX_ID = 64;

/** An id made of words: `Café Zürich!` becomes `cafe-zurich`. Empty if no letter of a–z and no digit is left. */
export function slug(words: string): string {
  const plain = words.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ID - 8)
    .replace(/^-+|-+$/g, '');
}

/** Makes ids that occur once. `fallback` begins the id of words that have no Latin letters. */
export function createIds(fallback: string): (words: string) => string {
  const used = new Set<string>();
  const next = new Map<string, number>();
  return (words) => {
    const base = slug(words) || fallback;
    let count = next.get(base) ?? 1;
    let id = count === 1 ? base : `${base}-${count}`;
    while (used.has(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    next.set(base, count + 1);
    used.add(id);
    return id;
  };
}
