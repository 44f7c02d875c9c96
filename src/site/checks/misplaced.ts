import zoneOn from '@photostructure/tz-lookup';
import { isNearLand, NEAR_KM } from './land.ts';
import type { Warning } from '../../story/parse/faults/warning.ts';
import { KM_PER_DEGREE } from '../../map/projection/mercator.ts';
import type { LngLat } from '../../story/story.ts';
import type { PlaceData, StoryData } from '../../story/story-data.ts';
import { offsetAt } from '../../time/zone.ts';

/**
 * Warns of places that are not where they should be, by a map of the time zones and the coasts. They are for the build
 * and the checker: pages do not load them.
 */

/*
 * The map of zones is made small rather than exact. Nearer than `NEAR_KM`, a zone may be the one beside it.
 */
/** The position itself, and a ring around it. */
const RING: readonly LngLat[] = [
  [0, 0],
  ...Array.from({ length: 8 }, (_, turn): LngLat => {
    const angle = (turn * Math.PI) / 4;
    return [Math.cos(angle), Math.sin(angle)];
  }),
];

/** The zones at and around a position. */
function zonesNear([lng, lat]: LngLat): readonly string[] {
  const up = NEAR_KM / KM_PER_DEGREE;
  const across = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return RING.map(([x, y]) => {
    const east = lng + x * across;
    const turned = east - 360 * Math.round(east / 360);
    return zoneOn(Math.min(90, Math.max(-90, lat + y * up)), turned);
  });
}

/** A zone without a territory: of the high sea, or an offset. */
const isFree = (zone: string): boolean => /^(?:Etc\/|UTC$|GMT$|UCT$|Zulu$|[+-])/.test(zone);

/** Authors write UTC for a ship, or where they know no zone. */
const isAnywhere = (zone: string): boolean => /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu)$/.test(zone);

/** The present name by zone. There are 420 zones, and Intl is slow. */
const presentNames = new Map<string, string>();

/** The name that a zone has now: `Asia/Calcutta` is `Asia/Kolkata`. The map may know zones that Intl does not know. */
function presentName(zone: string): string {
  const known = presentNames.get(zone);
  if (known !== undefined) return known;
  let name = zone;
  try {
    name = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    // Intl throws for an unknown zone.
  }
  presentNames.set(zone, name);
  return name;
}

const isAmong = (zone: string, zones: readonly string[]): boolean =>
  zones.includes(zone) || zones.map(presentName).includes(presentName(zone));

const JANUARY = Date.UTC(2026, 0, 15);
const JULY = Date.UTC(2026, 6, 15);
const HOUR = 3_600_000;

const hasSameClock = (zone: string, other: string): boolean =>
  [JANUARY, JULY].every((day) => offsetAt(day, zone) === offsetAt(day, other));

/** How many hours the clocks of a zone are from the sun of a longitude. Summer time and the date line do not count. */
function hoursOff(zone: string, lng: number): number {
  const off = [JANUARY, JULY].map((day) => {
    const hours = Math.abs(offsetAt(day, zone) / HOUR - lng / 15) % 24;
    return Math.min(hours, 24 - hours);
  });
  return Math.min(...off);
}

/** The west of China is 3.1 hours off. No other coast or island is more than 2.5 hours off. */
const MAX_HOURS_ON_LAND = 3.5;
const MAX_HOURS_AT_SEA = 2.5;
/** Stations in Antarctica keep the time of the country that supplies them. */
const ANTARCTICA = -60;

/** Where the author may have meant, the likeliest slip first; with how to say it. */
function slipsOf([lng, lat]: LngLat): readonly (readonly [question: string, meant: LngLat])[] {
  const sign = 'Is a sign wrong?';
  const swapped = 'Are longitude and latitude swapped?';
  return [
    ...(Math.abs(lng) <= 90 ? [[swapped, [lat, lng]] as const] : []),
    [sign, [-lng, lat]],
    [sign, [lng, -lat]],
  ];
}

/** Which slip of the author puts a place outside its zone, with the remedy; null where none would put it inside. */
function describeSlip({ point, zone, geometry }: PlaceData, isAtSea: boolean): string | null {
  const near = zonesNear(point);
  if (isFree(zone) || isAmong(zone, near)) return null;
  // Where a neighbour has the same clocks, its zone may be meant. Only a swap fits too seldom by chance.
  const isNeighbour = !isAtSea && near.some((other) => !isFree(other) && hasSameClock(other, zone));
  const slips = slipsOf(point).slice(0, isNeighbour ? 1 : undefined);
  const slip = slips.find(([, meant]) => isAmong(zone, zonesNear(meant)));
  if (slip === undefined) return null;
  const [question, meant] = slip;
  const remedy =
    geometry.type === 'Point' ? `Write [${meant.join(', ')}].` : 'Check each position.';
  return `are not in the zone ${zone}. ${question} ${remedy}`;
}

/** Clocks that are hours from the sun of their place, with the remedy; null where some country keeps such a time. */
function describeClocks(
  { point: [lng, lat], zone }: PlaceData,
  isAtSea: boolean,
  storyZone: string,
): string | null {
  if (isAnywhere(zone) || lat < ANTARCTICA) return null;
  const hours = hoursOff(zone, lng);
  if (hours <= (isAtSea ? MAX_HOURS_AT_SEA : MAX_HOURS_ON_LAND)) return null;
  const off = `${Math.round(hours)} hours from the sun of longitude ${lng}`;
  // It may be the story's because the author wrote none for the place.
  const remedy = zone === storyZone ? 'Write the zone of this place.' : 'Check both.';
  return `do not fit the zone ${zone}, whose clocks are ${off}. ${remedy}`;
}

/** Coasts at this scale lack a few atolls. The waters of their zone tell that they are there. */
const isAtoll = ({ point, zone }: PlaceData): boolean =>
  /^(?:Pacific|Indian|Atlantic)\//.test(zone) && isAmong(zone, zonesNear(point));

/** What is wrong with the position of a place, with the remedy; null where it may be right. */
function describePosition(place: PlaceData, storyZone: string): string | null {
  const { point, kind, geometry } = place;
  if (point[0] === 0 && point[1] === 0) {
    return 'are [0, 0], which programs write for a place that they do not know. Write where it is.';
  }
  const isAtSea = geometry.type === 'Point' && !isNearLand(point);
  const slip = describeSlip(place, isAtSea);
  if (slip !== null) return slip;
  if (isAtSea && kind === 'city' && !isAtoll(place)) {
    return 'are in the sea, far from land. Check longitude, latitude and their signs.';
  }
  return describeClocks(place, isAtSea, storyZone);
}

/** Warns of each place whose position cannot be right, or not with its zone. */
export function checkPositions(story: StoryData, warnings: Warning[]): void {
  story.places.forEach((place, index) => {
    const message = describePosition(place, story.zone);
    const path = ['places', 'features', index, 'geometry', 'coordinates'];
    if (message !== null) warnings.push({ path, code: 'misplaced', message });
  });
}
