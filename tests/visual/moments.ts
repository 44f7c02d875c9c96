/** The nine moments by which the story's looks are judged. */
export const MOMENTS = [
  ['start', '2017-09-19'],
  ['olympics', '2018-02-10'],
  ['panmunjom', '2018-04-27'],
  ['singapore', '2018-06-12'],
  ['pyongyang', '2018-09-19'],
  ['new-york', '2018-09-24'],
  ['guard-posts', '2018-11-20'],
  ['january', '2019-01-18'],
  ['hanoi', '2019-02-27'],
] as const;
