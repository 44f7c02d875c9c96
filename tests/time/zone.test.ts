import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isFlaw } from '../../src/time/flaw.ts';
import { parseOffset } from '../../src/time/edtf.ts';
import { formatOffset } from '../../src/time/local-time.ts';
import { instantAt, instantsAt, isZone, localAt } from '../../src/time/zone.ts';

const local = (text: string) => Date.parse(`${text}Z`);

/** The instant in ISO 8601, or the message of the flaw. */
function instant(text: string, zone: string, offset?: number) {
  const ms = instantAt(local(text), zone, offset ?? null);
  return isFlaw(ms) ? ms.message : new Date(ms).toISOString();
}

const HOUR = 3_600_000;

describe('a wall-clock time in a zone', () => {
  it.each([
    ['2018-04-27T09:29', 'Asia/Seoul', '2018-04-27T00:29:00.000Z'],
    ['2018-04-27T08:59', 'Asia/Pyongyang', '2018-04-27T00:29:00.000Z'],
    ['2018-05-04T23:29', 'Asia/Pyongyang', '2018-05-04T14:59:00.000Z'],
    ['2018-05-05T00:00', 'Asia/Pyongyang', '2018-05-04T15:00:00.000Z'],
    ['2015-08-14T12:00', 'Asia/Pyongyang', '2015-08-14T03:00:00.000Z'],
    ['2017-11-29T03:17', 'Asia/Seoul', '2017-11-28T18:17:00.000Z'],
    ['1988-07-15T12:00', 'Asia/Seoul', '1988-07-15T02:00:00.000Z'],
    ['1988-07-15T12:00', 'Asia/Shanghai', '1988-07-15T03:00:00.000Z'],
    ['1982-01-01T00:30', 'Asia/Singapore', '1981-12-31T16:30:00.000Z'],
    ['2018-06-12T09:04', 'Asia/Singapore', '2018-06-12T01:04:00.000Z'],
    ['2018-03-11T03:00', 'America/New_York', '2018-03-11T07:00:00.000Z'],
    ['2018-06-12T09:04', '+08:30', '2018-06-12T00:34:00.000Z'],
  ])('%s at %s is %s', (text, zone, expected) => {
    expect(instant(text, zone)).toBe(expected);
  });

  it('is refused in the half hour that Pyongyang skipped to join Seoul', () => {
    expect(instant('2018-05-04T23:45', 'Asia/Pyongyang')).toBe(
      '2018-05-04T23:45 does not exist in Asia/Pyongyang: the clocks went from 2018-05-04T23:30 ' +
        'to 2018-05-05T00:00. Write 2018-05-05T00:00 or later.',
    );
  });

  it('is refused in the hour that summer time skips', () => {
    expect(instant('2018-03-11T02:30', 'America/New_York')).toContain('Write 2018-03-11T03:00');
  });

  it.each([
    ['2014-11-02T01:30', 'America/New_York', '-04:00', '-05:00'],
    ['2014-11-02T01:00', 'America/New_York', '-04:00', '-05:00'],
    ['2014-11-02T01:59', 'America/New_York', '-04:00', '-05:00'],
    ['2015-10-25T02:15', 'Europe/Paris', '+02:00', '+01:00'],
    ['2018-10-28T01:15', 'Europe/London', '+01:00', '+00:00'],
    ['2018-04-01T01:45', 'Australia/Lord_Howe', '+11:00', '+10:30'],
    ['2015-08-14T23:45', 'Asia/Pyongyang', '+09:00', '+08:30'],
    ['2006-10-28T23:30', 'America/St_Johns', '-02:30', '-03:30'],
    ['1969-09-30T12:00', 'Pacific/Kwajalein', '+11:00', '-12:00'],
    // The first was Paris mean time, +00:09:21.
    ['1911-03-10T23:55', 'Europe/Paris', '+00:09', '+00:00'],
  ])('that occurred twice, %s at %s, needs an offset', (text, zone, earlier, later) => {
    expect(instant(text, zone)).toBe(
      `${text} occurred twice in ${zone}, because the clocks went back. ` +
        `Write ${text}${earlier} for the first time or ${text}${later} for the second.`,
    );
    // Each remedy is accepted, and the two are different instants in this order.
    const [first, second] = [earlier, later].map((offset) =>
      instant(text, zone, parseOffset(offset) ?? NaN),
    );
    expect(Date.parse(first ?? '')).toBeLessThan(Date.parse(second ?? ''));
  });

  it.each([
    ['2014-11-02T00:59', 'America/New_York'],
    ['2014-11-02T02:00', 'America/New_York'],
    ['2018-04-01T01:29', 'Australia/Lord_Howe'],
    ['2015-08-14T23:29', 'Asia/Pyongyang'],
    ['2014-11-02T01:30', 'America/Lima'],
    ['2014-11-02T01:30', '-05:00'],
    ['2014-11-02T01:30', 'UTC'],
  ])('that occurred once, %s at %s, needs none', (text, zone) => {
    expect(instant(text, zone)).toMatch(/Z$/);
  });

  it('is the one that the written offset decides when the clocks went back', () => {
    const later = instant('2018-11-04T01:30', 'America/New_York', -5 * HOUR);
    expect(later).toBe('2018-11-04T06:30:00.000Z');
  });

  it('may not contradict the zone by its written offset', () => {
    expect(instant('2018-04-27T08:59', 'Asia/Pyongyang', 9 * HOUR)).toBe(
      '2018-04-27T08:59+09:00 is not a time in Asia/Pyongyang, whose offset was +08:30 then. ' +
        'Write the local time there: 2018-04-27T08:29.',
    );
  });

  it('needs a zone that exists', () => {
    expect(instant('2018-06-12T09:04', 'Asia/Atlantis')).toBe(
      '"Asia/Atlantis" is not a time zone.',
    );
  });
});

describe('a zone', () => {
  it.each(['Asia/Pyongyang', 'Asia/Kathmandu', 'UTC', '+08:30', '-03:30', '+00:00'])(
    'is %s',
    (z) => {
      expect(isZone(z)).toBe(true);
    },
  );
  it.each(['', 'Asia/Atlantis', '+99:00', '+0830', '+08', '8', 'x'.repeat(100), '+08:60'])(
    'is not %j',
    (z) => {
      expect(isZone(z)).toBe(false);
    },
  );
});

describe('an offset in words', () => {
  it.each([
    [0, '+00:00'],
    [8.5 * HOUR, '+08:30'],
    [-3.5 * HOUR, '-03:30'],
    [8 * HOUR + 27 * 60_000 + 52_000, '+08:27:52'],
  ])('%d is %s', (offset, text) => {
    expect(formatOffset(offset)).toBe(text);
  });
});

const ZONES = [
  'Asia/Pyongyang',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'America/New_York',
] as const;

describe.each(ZONES)('beside Temporal, %s', (zone) => {
  const minutes = fc.integer({
    min: Date.UTC(1900, 0) / 60_000,
    max: Date.UTC(2040, 0) / 60_000,
  });

  it('shows the same clock at every instant', () => {
    fc.assert(
      fc.property(minutes, (minute) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
        const zoned = theirs.toZonedDateTimeISO(zone);
        expect(localAt(minute * 60_000, zone)).toBe(
          minute * 60_000 + zoned.offsetNanoseconds / 1_000_000,
        );
      }),
      { seed: 1953, numRuns: 400 },
    );
  });

  it('finds the same instants for every reading of the clock, and the same gaps', () => {
    // Half of the readings lie within two days of a change of the clock, where mistakes live.
    const changes: number[] = [];
    let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(
      `1960-01-01T00:00[${zone}]`,
    );
    while (at !== null && at.year < 2030) {
      changes.push(at.epochMilliseconds + at.offsetNanoseconds / 1_000_000);
      at = at.getTimeZoneTransition('next');
    }
    const near = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -180, max: 180 }))
      .map(([change, shift]) => Math.floor(change / 60_000) + shift);
    fc.assert(
      fc.property(fc.oneof(minutes, near), (minute) => {
        const ms = minute * 60_000;
        const plain = Temporal.PlainDateTime.from(new Date(ms).toISOString().slice(0, -1));
        const of = (disambiguation: 'earlier' | 'later') =>
          plain.toZonedDateTime(zone, { disambiguation });
        const exists = of('earlier').toPlainDateTime().equals(plain);
        const both = [...new Set([of('earlier').epochMilliseconds, of('later').epochMilliseconds])];
        expect(instantsAt(ms, zone)).toEqual(exists ? both : []);
      }),
      { seed: 1953, numRuns: 400 },
    );
  });
});
