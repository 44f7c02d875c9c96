/** Names that authors bring from elsewhere, each with what it is called here, the likeliest first. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  date: ['when'],
  time: ['when'],
  datetime: ['when'],
  place: ['at'],
  location: ['at'],
  where: ['at'],
  people: ['who'],
  persons: ['who'],
  participants: ['who'],
  headline: ['title'],
  name: ['title'],
  heading: ['title'],
  label: ['name', 'title'],
  title: ['name'],
  description: ['text', 'summary'],
  summary: ['text'],
  body: ['text'],
  text: ['summary'],
  type: ['kind'],
  link: ['url'],
  href: ['url'],
  lang: ['language'],
  timezone: ['zone'],
};

/** What a wrong name is called here, among the names that are still free; null if it is not known. */
export function aliasOf(name: string, free: readonly string[]): string | null {
  const word = name.toLowerCase();
  const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : undefined;
  return meant?.find((one) => free.includes(one)) ?? null;
}
