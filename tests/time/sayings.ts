import { isFlaw } from '../../src/time/flaw.ts';
import { parseInterval } from '../../src/time/parse-interval.ts';
import { formatPoint, formatTime } from '../../src/time/format.ts';
import { datetimeOf, formatDate } from '../../src/time/wording.ts';
import { dateWordsIn } from './date-words.ts';

const CASES = [
  ['2018-06-12T09:04', 'Asia/Singapore'],
  ['2018-04-27T08:59', 'Asia/Pyongyang'],
  ['2018-06-12', 'Asia/Singapore'],
  ['2018-12-31', 'Pacific/Kiritimati'],
  ['2018-06', 'America/New_York'],
  ['2018', 'UTC'],
  ['201X', 'UTC'],
  ['2018-09-18/2018-09-20', 'Asia/Pyongyang'],
  ['2019-02-20~/2019-02-28~', 'Asia/Seoul'],
  ['2018-06/..', 'Asia/Seoul'],
  ['../2018?', 'Asia/Seoul'],
] as const;
const LANGUAGES = ['en', 'en-US', 'ko', 'zh', 'ar', 'fa', 'th', 'fr', 'de', 'ja'];

/** Everything that wording says about a set of dates: the same in whatever zone it is asked. */
export function sayings(): string {
  const lines = CASES.flatMap(([text, zone]) => {
    const when = parseInterval(text, zone);
    if (isFlaw(when)) return [when.message];
    const { localStart } = when;
    return LANGUAGES.map((language) => {
      const words = dateWordsIn(language);
      const said = [formatDate(when, words), datetimeOf(when), when.start, when.end];
      if (Number.isFinite(localStart)) {
        said.push(formatTime(localStart, language), formatPoint(localStart, 'day', words));
      }
      return said.join(' | ');
    });
  });
  return lines.join('\n');
}
