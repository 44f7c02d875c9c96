import { describe, expect, it } from 'vitest';
import { isFlaw } from '../../src/time/flaw.ts';
import { latestStart } from '../../src/time/order.ts';
import { parseInterval } from '../../src/time/parse-interval.ts';

function interval(text: string, zone: string) {
  const found = parseInterval(text, zone);
  if (isFlaw(found)) throw new Error(found.message);
  return found;
}

const iso = (ms: number) => new Date(ms).toISOString();

describe('an interval', () => {
  it('is half-open: a day ends as the next begins', () => {
    const day = interval('2018-06-12', 'Asia/Singapore');
    expect([iso(day.start), iso(day.end)]).toEqual([
      '2018-06-11T16:00:00.000Z',
      '2018-06-12T16:00:00.000Z',
    ]);
  });

  it('keeps the digits on the clock beside the instant', () => {
    const { start, localStart } = interval('2018-04-27T08:59', 'Asia/Pyongyang');
    expect([iso(start), iso(localStart)]).toEqual([
      '2018-04-27T00:29:00.000Z',
      '2018-04-27T08:59:00.000Z',
    ]);
  });

  it('puts the handshake at one instant, read on two clocks', () => {
    const seoul = interval('2018-04-27T09:29', 'Asia/Seoul');
    const pyongyang = interval('2018-04-27T08:59', 'Asia/Pyongyang');
    expect(seoul.start).toBe(pyongyang.start);
  });

  it('keeps the precision and the certainty of each end', () => {
    expect(interval('2018-06~/2018-06-12T09:04?', 'UTC')).toMatchObject({
      from: { precision: 'month', certainty: 'approximate' },
      to: { precision: 'minute', certainty: 'uncertain' },
    });
  });

  it('has no bound at an open end', () => {
    expect(interval('2018-06/..', 'UTC')).toMatchObject({
      end: Infinity,
      localEnd: Infinity,
      to: null,
    });
    expect(interval('../2018', 'UTC')).toMatchObject({
      start: -Infinity,
      localStart: -Infinity,
      from: null,
    });
  });

  it('is half an hour short on the day that Pyongyang moved its clocks', () => {
    const { start, end } = interval('2018-05-04', 'Asia/Pyongyang');
    expect((end - start) / 3_600_000).toBe(23.5);
  });

  it('lasts a minute even before a minute that the clocks skipped', () => {
    const { start, end } = interval('2018-05-04T23:29', 'Asia/Pyongyang');
    expect(end - start).toBe(60_000);
  });

  it('begins a day whose midnight was skipped at the first moment that was not', () => {
    const { start } = interval('2018-11-04', 'America/Sao_Paulo');
    expect(iso(start)).toBe('2018-11-04T03:00:00.000Z');
  });

  it('finds that first moment where the clocks jumped over midnight by half', () => {
    const { start } = interval('1919-03-31', 'America/Toronto');
    expect(iso(start)).toBe('1919-03-31T04:30:00.000Z');
  });

  it('cannot be a day that the calendar left out', () => {
    expect(parseInterval('2011-12-30', 'Pacific/Apia')).toMatchObject({ flaw: 'date-gap' });
  });

  it('cannot end before it begins, judged by instants', () => {
    const text = '2018-11-04T01:30-05:00/2018-11-04T01:45-04:00';
    expect(parseInterval(text, 'America/New_York')).toMatchObject({ flaw: 'date-order' });
  });

  it('may have begun as late as its first date allows', () => {
    expect(iso(latestStart(interval('2018-09-18/2018-09-20', 'UTC')))).toBe(
      '2018-09-18T23:59:59.999Z',
    );
    expect(iso(latestStart(interval('2018', 'UTC')))).toBe('2018-12-31T23:59:59.999Z');
    expect(iso(latestStart(interval('../2018', 'UTC')))).toBe('2018-12-31T23:59:59.999Z');
  });
});
