import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isFlaw } from '../../src/time/flaw.ts';
import { parseInterval } from '../../src/time/parse-interval.ts';
import { formatPoint, formatTime } from '../../src/time/format.ts';
import { datetimeOf, formatClock, formatDate } from '../../src/time/wording.ts';
import { dateWordsIn } from './date-words.ts';
import { sayings } from './sayings.ts';

function interval(text: string, zone = 'Asia/Seoul') {
  const found = parseInterval(text, zone);
  if (isFlaw(found)) throw new Error(found.message);
  return found;
}

describe('a time of day in words', () => {
  it.each([
    ['2018-06-12T09:04', 'en', '12 June 2018', '09:04'],
    ['2018-09-24T16:10~', 'en', '24 September 2018', 'about 16:10'],
    ['2018-09-24T16:10%', 'ko', '2018년 9월 24일(불확실)', '16:10경'],
    ['2018-09-24T16:10?', 'en', '24 September 2018 (uncertain)', '16:10'],
  ])(
    '%s in %s: only the time of a day that is certain is about so',
    (text, language, day, time) => {
      expect(formatDate(interval(text), dateWordsIn(language))).toBe(day);
      expect(formatClock(interval(text), dateWordsIn(language))).toBe(time);
    },
  );
});

describe('a date in words', () => {
  it.each([
    ['2018-06-12T09:04', 'en', '12 June 2018'],
    ['2018-06-12', 'en', '12 June 2018'],
    ['2018-06', 'en', 'June 2018'],
    ['2018', 'en', '2018'],
    ['201X', 'en', '2010s'],
    ['2018-09-18/2018-09-20', 'en', '18–20 September 2018'],
    ['2018-09-30/2018-10-02', 'en', '30 September – 2 October 2018'],
    ['2018-06-12T09:04/2018-06-12T13:42', 'en', '12 June 2018'],
    ['2018/2019', 'en', '2018–2019'],
    ['2018-06/2019-02-28', 'en', 'June 2018 – 28 February 2019'],
    ['201X/2021', 'en', '2010s – 2021'],
    ['2019-02-20~/2019-02-28~', 'en', 'about 20–28 February 2019'],
    ['2018-06?', 'en', 'June 2018 (uncertain)'],
    ['2018-06%', 'en', 'about June 2018 (uncertain)'],
    ['2018-06/..', 'en', 'since June 2018'],
    ['../2018~', 'en', 'until about 2018'],
    ['2018-06-12', 'en-US', 'June 12, 2018'],
    ['2018-06-12', 'ko', '2018년 6월 12일'],
    ['2018-06~', 'ko', '2018년 6월경'],
    ['2018-09-18/2018-09-20', 'ko', '2018년 9월 18일~20일'],
    ['201X', 'ko', '2010년대'],
    ['2018-06/2019-02-28', 'ko', '2018년 6월~2019년 2월 28일'],
    ['2018-06-12/2018-06-13', 'zh', '2018年6月12日至13日'],
    ['2018-09-30/2018-10-02', 'zh', '2018年9月30日至10月2日'],
    ['2018-12-30/2019-01-02', 'zh-Hans', '2018年12月30日至2019年1月2日'],
    ['2018-06/2018-09', 'zh', '2018年6月至9月'],
    ['2018-06/2019-02-28', 'zh', '2018年6月至2019年2月28日'],
    ['2018-06?', 'zh', '2018年6月（不确定）'],
    ['2018-06-12/2018-06-13', 'ja', '2018年6月12日 – 13日'],
    ['2018-06/..', 'zh', '2018年6月起'],
    ['2018-06~', 'ar', 'نحو يونيو 2018'],
    ['201X', 'fr', '2010–2019'],
    ['2018-06~', 'fr', '≈ juin 2018'],
  ])('%s in %s is “%s”', (text, language, said) => {
    expect(formatDate(interval(text), dateWordsIn(language))).toBe(said);
  });

  it.each(['fa', 'th', 'ar-SA'])('counts the years of the sources in %s too', (language) => {
    expect(formatDate(interval('2018'), dateWordsIn(language))).toMatch(/2018|۲۰۱۸|٢٠١٨/);
  });

  it.each(['', 'not a tag', 'xx-invalid-tag', 'tlh', '-'])(
    'falls back to English for %j',
    (tag) => {
      expect(formatDate(interval('2018-06-12'), dateWordsIn(tag))).toBe('12 June 2018');
    },
  );

  it('names a date by its precision', () => {
    const local = Date.UTC(2018, 5, 12);
    const english = dateWordsIn('en');
    expect(formatPoint(local, 'day', english)).toBe('12 June 2018');
    expect(formatPoint(local, 'month', english)).toBe('June 2018');
    expect(formatPoint(local, 'year', english)).toBe('2018');
  });

  it.each(['en', 'en-US', 'ko', 'zh', 'ar'])(
    'gives the time on the clock at the place in %s',
    (language) => {
      const { localStart } = interval('2018-06-12T09:04', 'Asia/Singapore');
      expect(formatTime(localStart, language)).toBe('09:04');
    },
  );
});

describe('a date for <time datetime>', () => {
  it.each([
    ['2018-06-12T09:04', 'Asia/Singapore', '2018-06-12T09:04+08:00'],
    ['2018-06-12T09:04:30', 'Asia/Singapore', '2018-06-12T09:04:30+08:00'],
    ['2018-04-27T08:59', 'Asia/Pyongyang', '2018-04-27T08:59+08:30'],
    ['1880-01-01T12:00', 'Asia/Seoul', '1880-01-01T12:00'],
    ['2018-06-12~', 'UTC', '2018-06-12'],
    ['2018-06', 'UTC', '2018-06'],
    ['2018', 'UTC', '2018'],
    ['201X', 'UTC', '2010'],
    ['2018-09-18/2018-09-20', 'UTC', '2018-09-18'],
    ['../2018', 'UTC', null],
  ])('%s at %s is %s', (text, zone, value) => {
    expect(datetimeOf(interval(text, zone))).toBe(value);
  });
});

describe('the reader’s own zone', () => {
  const zones = ['Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu', 'UTC'];

  it.each(zones)('changes no word under TZ=%s', (zone) => {
    const script = new URL('say.ts', import.meta.url).pathname;
    const args = ['--import', 'tsx', script];
    const said = execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone } });
    expect(said.toString()).toBe(sayings());
  });
});
