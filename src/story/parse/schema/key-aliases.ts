/** Keys of other formats, each with our names for it, the most likely first. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  date: ['when'],
  time: ['when'],
  datetime: ['when'],
  start: ['when'],
  begin: ['when'],
  start_date: ['when'],
  end: ['when'],
  end_date: ['when'],
  lat: ['geometry', 'at'],
  latitude: ['geometry', 'at'],
  lon: ['geometry', 'at'],
  lng: ['geometry', 'at'],
  longitude: ['geometry', 'at'],
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
  src: ['image'],
  photo: ['image'],
  picture: ['image'],
  subtitles: ['captions'],
  tracks: ['captions'],
  thumbnail: ['poster', 'image'],
  lang: ['language'],
  timezone: ['zone'],
};

/** Our name for a key of another format, among the keys that are still unused; null if there is none. */
export function aliasOf(name: string, free: readonly string[]): string | null {
  const word = name.toLowerCase();
  const meant = Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined;
  return meant?.find((one) => free.includes(one)) ?? null;
}
