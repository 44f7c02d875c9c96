import { describe, expect, it } from 'vitest';
import { checkPositions } from '../../../src/site/checks/misplaced.ts';
import { readStoryData } from '../../../src/story/load.ts';
import { formatWarning, type Warning } from '../../../src/story/parse/faults/warning.ts';
import type { LngLat, PlaceKind } from '../../../src/story/story.ts';
import type { StoryData } from '../../../src/story/story-data.ts';
import { dataOf, THAW_DATA } from '../../fixtures/data.ts';
import { FIXTURE, mutate } from '../../story/fixture.ts';

/** The principal place of each zone with its latitude and longitude, from zone.tab of the tz database: every island. */
const ZONES = `
  Antarctica/McMurdo -77.83 166.60, Antarctica/DumontDUrville -66.67 140.02, Antarctica/Troll -72.01 2.53,
  Antarctica/Vostok -78.40 106.90, America/Argentina/Buenos_Aires -34.60 -58.45, Pacific/Pago_Pago -14.27 -170.70,
  Australia/Sydney -33.87 151.22, Australia/Perth -31.95 115.85, Australia/Eucla -31.72 128.87,
  Atlantic/Bermuda 32.28 -64.77, America/Sao_Paulo -23.53 -46.62, America/St_Johns 47.57 -52.72,
  Indian/Cocos -12.17 96.92, Pacific/Rarotonga -21.23 -159.77, America/Santiago -33.45 -70.67,
  Pacific/Easter -27.15 -109.43, Asia/Shanghai 31.23 121.47, Asia/Urumqi 43.80 87.58, America/Bogota 4.60 -74.08,
  America/Havana 23.13 -82.37, Atlantic/Cape_Verde 14.92 -23.52, Indian/Christmas -10.42 105.72,
  Europe/Berlin 52.50 13.37, Pacific/Galapagos -0.90 -89.60, Africa/Cairo 30.05 31.25, Europe/Madrid 40.40 -3.68,
  Atlantic/Canary 28.10 -15.40, Pacific/Fiji -18.13 178.42, Atlantic/Stanley -51.70 -57.85,
  Pacific/Chuuk 7.42 151.78, Pacific/Pohnpei 6.97 158.22, Pacific/Kosrae 5.32 162.98, Atlantic/Faroe 62.02 -6.77,
  Europe/Paris 48.87 2.33, Europe/London 51.51 -0.13, America/Nuuk 64.18 -51.73, Europe/Athens 37.97 23.72,
  Atlantic/South_Georgia -54.27 -36.53, Pacific/Guam 13.47 144.75, Asia/Jerusalem 31.78 35.22,
  Asia/Kolkata 22.53 88.37, Indian/Chagos -7.33 72.42, Asia/Baghdad 33.35 44.42, Asia/Tehran 35.67 51.43,
  Atlantic/Reykjavik 64.15 -21.85, Europe/Rome 41.90 12.48, Asia/Tokyo 35.65 139.74, Africa/Nairobi -1.28 36.82,
  Pacific/Tarawa 1.42 173.00, Pacific/Kanton -2.78 -171.72, Pacific/Kiritimati 1.87 -157.33,
  Indian/Comoro -11.68 43.27, Asia/Pyongyang 39.02 125.75, Asia/Seoul 37.55 126.97, Asia/Beirut 33.88 35.50,
  Indian/Antananarivo -18.92 47.52, Pacific/Majuro 7.15 171.20, Pacific/Kwajalein 9.08 167.33,
  Asia/Yangon 16.78 96.17, Pacific/Saipan 15.20 145.75, Indian/Mauritius -20.17 57.50, Indian/Maldives 4.17 73.50,
  America/Mexico_City 19.40 -99.15, Pacific/Noumea -22.27 166.45, Pacific/Norfolk -29.05 167.97,
  Africa/Lagos 6.45 3.40, Asia/Kathmandu 27.72 85.32, Pacific/Nauru -0.52 166.92, Pacific/Niue -19.02 -169.92,
  Pacific/Auckland -36.87 174.77, Pacific/Chatham -43.95 -176.55, America/Lima -12.05 -77.05,
  Pacific/Tahiti -17.53 -149.57, Pacific/Marquesas -9.00 -139.50, Pacific/Gambier -23.13 -134.95,
  Pacific/Port_Moresby -9.50 147.17, Pacific/Bougainville -6.22 155.57, Europe/Warsaw 52.25 21.00,
  Pacific/Pitcairn -25.07 -130.08, Atlantic/Madeira 32.63 -16.90, Atlantic/Azores 37.73 -25.67,
  Pacific/Palau 7.33 134.48, Indian/Reunion -20.87 55.47, Europe/Moscow 55.76 37.62, Asia/Vladivostok 43.17 131.93,
  Asia/Kamchatka 53.02 158.65, Asia/Riyadh 24.63 46.72, Pacific/Guadalcanal -9.53 160.20, Indian/Mahe -4.67 55.47,
  Asia/Singapore 1.28 103.85, Atlantic/St_Helena -15.92 -5.70, Arctic/Longyearbyen 78.00 16.00,
  Indian/Kerguelen -49.35 70.22, Pacific/Fakaofo -9.37 -171.23, Pacific/Tongatapu -21.13 -175.20,
  Europe/Istanbul 41.02 28.97, Pacific/Funafuti -8.52 179.22, Europe/Kyiv 50.43 30.52,
  Pacific/Midway 28.22 -177.37, Pacific/Wake 19.28 166.62, America/New_York 40.71 -74.01,
  America/Los_Angeles 34.05 -118.24, America/Anchorage 61.22 -149.90, America/Adak 51.88 -176.66,
  Pacific/Honolulu 21.31 -157.86, Asia/Ho_Chi_Minh 10.75 106.67, Pacific/Efate -17.67 168.42,
  Pacific/Wallis -13.30 -176.17, Pacific/Apia -13.83 -171.73, Indian/Mayotte -12.78 45.23,
  Africa/Johannesburg -26.25 28.00`;
const CITIES = ZONES.trim()
  .split(/,\s*/)
  .map((row) => row.split(' '))
  .map(([zone = '', lat, lng]) => ({ zone, at: [Number(lng), Number(lat)] as LngLat }));

const DATA = dataOf(FIXTURE);

function messagesOf(story: StoryData): readonly string[] {
  const warnings: Warning[] = [];
  checkPositions(story, warnings);
  return warnings.map(({ message }) => message);
}

/** What is said of one place. */
function saidOf(zone: string, point: LngLat, kind: PlaceKind = 'city'): string | undefined {
  const places = DATA.places.slice(0, 1).map((place) => ({
    ...place,
    zone,
    kind,
    point,
    geometry: { type: 'Point' as const, coordinates: point },
  }));
  return messagesOf({ ...DATA, places })[0];
}

const SWAPPED = 'Are longitude and latitude swapped?';
const SIGN = 'Is a sign wrong?';
const SEA = 'are in the sea, far from land. Check longitude, latitude and their signs.';

describe('the position of a place', () => {
  it.each(CITIES)('is right: $zone', ({ zone, at }) => {
    expect(saidOf(zone, at)).toBeUndefined();
  });

  it.each<readonly [what: string, zone: string, at: LngLat, kind: PlaceKind]>([
    ['the west of China on the clocks of Beijing', 'Asia/Shanghai', [75.99, 39.47], 'city'],
    ['the same under the old name of its zone', 'Asia/Calcutta', [77.21, 28.61], 'city'],
    ['a city on the clocks of its neighbour', 'Europe/Berlin', [16.37, 48.21], 'city'],
    ['a strait', 'Asia/Seoul', [124.6, 37.9], 'site'],
    ['an island of the Maldives', 'Indian/Maldives', [73.1, -0.6], 'city'],
    ['Tristan da Cunha', 'Atlantic/St_Helena', [-12.31, -37.07], 'city'],
    ['an atoll that the map of coasts lacks', 'Pacific/Rarotonga', [-163.1, -18.05], 'city'],
    ['Bouvet', 'UTC', [3.36, -54.42], 'site'],
    ['Point Nemo', 'UTC', [-123.39, -48.88], 'site'],
    ['Point Nemo on its own clocks', 'Etc/GMT+8', [-123.39, -48.88], 'site'],
    ['the wreck of the Titanic', 'America/St_Johns', [-49.95, 41.73], 'site'],
    ['a ship on an offset', '-03:30', [-49.95, 41.73], 'site'],
    ['a city whose zone nobody knew', 'UTC', [126.98, 37.57], 'city'],
    ['the South Pole', 'Antarctica/McMurdo', [0, -90], 'site'],
    ['the date line', 'Pacific/Fiji', [180, -16.8], 'city'],
    ['a waters’ zone', 'Asia/Tokyo', [160, 30], 'zone'],
    ['a longitude past 180', 'Pacific/Honolulu', [-157.86, 21.31], 'city'],
  ])('may be that of %s', (_what, zone, at, kind) => {
    expect(saidOf(zone, at, kind)).toBeUndefined();
  });

  it.each<readonly [zone: string, wrong: LngLat, right: LngLat, question: string]>([
    ['America/Lima', [-12.05, -77.03], [-77.03, -12.05], SWAPPED],
    ['Europe/Paris', [48.86, 2.35], [2.35, 48.86], SWAPPED],
    ['Europe/Moscow', [55.76, 37.62], [37.62, 55.76], SWAPPED],
    ['Europe/Athens', [37.97, 23.72], [23.72, 37.97], SWAPPED],
    ['Asia/Kolkata', [28.61, 77.21], [77.21, 28.61], SWAPPED],
    ['America/New_York', [40.71, -74.01], [-74.01, 40.71], SWAPPED],
    ['America/Lima', [77.03, -12.05], [-77.03, -12.05], SIGN],
    ['America/Lima', [-77.03, 12.05], [-77.03, -12.05], SIGN],
    ['Asia/Tokyo', [-139.74, 35.65], [139.74, 35.65], SIGN],
    ['Australia/Sydney', [151.21, 33.87], [151.21, -33.87], SIGN],
  ])(
    'with a slip, in the zone %s at %j, is told with the right one',
    (zone, wrong, right, question) => {
      const message = `are not in the zone ${zone}. ${question} Write [${right.join(', ')}].`;
      expect(saidOf(zone, wrong)).toBe(message);
    },
  );

  it.each<readonly [zone: string, at: LngLat, kind: PlaceKind, message: string]>([
    ['Europe/Paris', [-30, 40], 'city', SEA],
    ['UTC', [180, 10], 'city', SEA],
    ['+09:00', [150, 30], 'city', SEA],
    [
      'UTC',
      [0, 0],
      'site',
      'are [0, 0], which programs write for a place that they do not know. Write where it is.',
    ],
    [
      'America/Lima',
      [116.4, 39.9],
      'city',
      'do not fit the zone America/Lima, whose clocks are 11 hours from the sun of longitude 116.4. Check both.',
    ],
    [
      '+05:00',
      [-77.03, -12.05],
      'city',
      'do not fit the zone +05:00, whose clocks are 10 hours from the sun of longitude -77.03. Check both.',
    ],
    [
      'Europe/Paris',
      [-40, 30],
      'site',
      'do not fit the zone Europe/Paris, whose clocks are 4 hours from the sun of longitude -40. Check both.',
    ],
  ])('that is impossible is told: %s at %j', (zone, at, kind, message) => {
    expect(saidOf(zone, at, kind)).toBe(message);
  });

  it('that has the zone of the story gets one of its own: the author may have written none', () => {
    const [place] = DATA.places;
    if (!place) throw new Error('There is a place.');
    const far = { ...place, zone: 'Asia/Seoul', point: [-77.03, 38.9] as const };
    expect(messagesOf({ ...DATA, zone: 'Asia/Seoul', places: [far] })[0]).toMatch(
      /^do not fit the zone Asia\/Seoul, .* Write the zone of this place\.$/,
    );
  });

  it('is told of nine in ten places whose coordinates are swapped', () => {
    const swapped = CITIES.filter(({ at: [lng] }) => Math.abs(lng) <= 90);
    const silent = swapped.filter(({ zone, at: [lng, lat] }) => !saidOf(zone, [lat, lng]));
    expect(silent.length / swapped.length).toBeLessThan(0.1);
  });

  it('is right in the shipped story', () => {
    expect(messagesOf(THAW_DATA)).toEqual([]);
  });

  it('of a line or an area is told without numbers', () => {
    const ring = '[[-12, -77], [-13, -77], [-13, -76], [-12, -77]]';
    const area = `{ "type": "Polygon", "coordinates": [${ring}] }`;
    const text = mutate('{ "type": "Point", "coordinates": [125.75, 39.03] }', area);
    expect(messagesOf(dataOf(text.replace('Asia/Pyongyang', 'America/Lima')))).toEqual([
      `are not in the zone America/Lima. ${SWAPPED} Check each position.`,
    ]);
  });
});

it('A misplaced place is told with its line, in the order of the file', async () => {
  const text = mutate('[126.98, 37.57]', '[37.57, -126.98]').replace('-126.98', '12.698');
  const unused = text.replace(
    '"sources": [{',
    '"sources": [{ "id": "npr", "publisher": "NPR", "title": "T" }, {',
  );
  const { warnings } = await readStoryData(new TextEncoder().encode(unused), [checkPositions]);
  expect(warnings.map((one) => formatWarning(one, ''))).toEqual([
    expect.stringMatching(
      /^:20:\d+ warning: places\.features\[1\]\.geometry\.coordinates: .+ \(misplaced\)$/,
    ),
    expect.stringContaining('(unused)'),
  ]);
});
