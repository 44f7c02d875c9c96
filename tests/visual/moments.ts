/** The nine moments by which the story's looks are judged. */
export const MOMENTS = [
  ['start', ''],
  ['olympics', 't=2018-02-10'],
  ['panmunjom', 't=2018-04-27'],
  ['singapore', 't=2018-06-12'],
  ['pyongyang', 't=2018-09-19'],
  ['new-york', 't=2018-09-24'],
  ['guard-posts', 't=2018-11-20'],
  ['january', 't=2019-01-18'],
  ['hanoi', 't=2019-02-27'],
] as const;
