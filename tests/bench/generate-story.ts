/** Sizes of a generated story. It lasts three years at the most, so a long one has several events a day. */
const PLACES = 60;
const PEOPLE = 40;
const DAYS = { least: 300, most: 1_095 };
const FIRST_DAY = Date.UTC(2010, 0, 1);
const DAY = 86_400_000;

/** Round the Pacific: from India to the American coast, Australia to Alaska. Degrees east of Greenwich, and north. */
const [WEST, EAST, SOUTH, NORTH] = [90, 290, -20, 55];

const KINDS = [
  'meeting',
  'statement',
  'visit',
  'test',
  'agreement',
  'letter',
  'ceremony',
  'report',
] as const;

const PARTIES = [
  { id: 'a', name: 'Party A', hue: 'north' },
  { id: 'b', name: 'Party B', hue: 'south' },
  { id: 'c', name: 'Party C', hue: 'west' },
];

/** The next of a sequence of numbers from 0 to 1, 1 left out; the same sequence for the same seed. */
type Random = () => number;

/** A linear congruential generator (Numerical Recipes). */
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A story file of so many events, always the same for the same number: for measuring, not for reading. */
export function generateStory(count: number): object {
  const random = createRandom(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  const days = Math.min(DAYS.most, Math.max(DAYS.least, count));
  const places = Array.from({ length: PLACES }, (_, index) => placeOf(index, random));
  const people = Array.from({ length: PEOPLE }, (_, index) => personOf(index));
  const events = Array.from({ length: count }, (_, index) => {
    const kind = KINDS[below(KINDS.length)] ?? 'meeting';
    const first = below(PEOPLE);
    // Somebody else.
    const second = (first + 1 + below(PEOPLE - 1)) % PEOPLE;
    const [one, other] = [`person-${first}`, `person-${second}`];
    return {
      id: `event-${index}`,
      kind,
      when: new Date(FIRST_DAY + below(days) * DAY).toISOString().slice(0, 10),
      at: `place-${below(PLACES)}`,
      title: `Event ${index}`,
      text: `Something of the kind ${kind} happens. It is number ${index} of the story.`,
      sources: ['source'],
      ...(kind === 'letter' ? { from: one, to: other } : { who: [one, other] }),
      ...(kind === 'agreement' ? { commitments: [commitmentOf(index, below(PLACES))] } : {}),
    };
  });
  return {
    version: 1,
    id: `generated-${count}`,
    language: 'en',
    zone: 'UTC',
    frame: [84, -26, 302, 64],
    title: `A story of ${count} events`,
    summary: `A generated story of ${count} events.`,
    parties: PARTIES,
    people,
    places: { type: 'FeatureCollection', features: places },
    sources: [{ id: 'source', publisher: 'Parley', title: 'Generated' }],
    events,
  };
}

function placeOf(index: number, random: Random) {
  const between = (least: number, most: number): number => least + random() * (most - least);
  const east = between(WEST, EAST);
  const north = between(SOUTH, NORTH);
  const round = (degrees: number): number => Number(degrees.toFixed(3));
  return {
    type: 'Feature',
    id: `place-${index}`,
    geometry: {
      type: 'Point',
      coordinates: [round(east > 180 ? east - 360 : east), round(north)],
    },
    properties: {
      name: `Place ${index}`,
      zone: 'UTC',
      kind: 'city',
      precision: 1_000,
      // A story has some main places: their names are shown first.
      ...(index < 6 ? { main: true } : {}),
    },
  };
}

function personOf(index: number) {
  return {
    id: `person-${index}`,
    name: `Person ${index}`,
    initials: `P${String.fromCharCode(65 + (index % 26))}`,
    role: 'Role',
    party: PARTIES[index % PARTIES.length]?.id,
    home: `place-${index % PLACES}`,
  };
}

function commitmentOf(index: number, place: number) {
  return {
    id: `commitment-${index}`,
    text: 'Do it.',
    by: ['a'],
    binds: `place-${place}`,
    history: [],
  };
}
