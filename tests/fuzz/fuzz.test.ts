import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as files from '../story/formats/fixtures/files.ts';
import { workbook } from '../story/formats/sheet/kit.ts';
import { FIXTURE } from '../story/fixture.ts';
import { mutate, mutations, splice, splices } from './mutate.ts';
import type { Mutation } from './mutate.ts';
import { importAny, readAnyStory, requireSchema, renderStory, showEveryTurn } from './outcome.ts';

/** How many files are tried in all: 1,000 in each run of the tests, 100,000 by `npm run fuzz`. */
const RUNS = Number(process.env['PARLEY_FUZZ_RUNS'] ?? 1000);
/** Fixed, so that the tests do not depend on chance. `npm run fuzz` takes another one each time. */
const SEED = Number(process.env['PARLEY_FUZZ_SEED'] ?? 1953);

const part = (share: number) => ({ seed: SEED, numRuns: Math.ceil(RUNS * share) });

const shipped = readFileSync(new URL('../../geo/stories/korea-thaw.json', import.meta.url), 'utf8');
const bytesOf = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));

console.log(`fuzz: ${RUNS} files, seed ${SEED}`);

describe('Any bytes end as a story that can be shown, or as faults', () => {
  const stories = {
    small: JSON.parse(FIXTURE) as unknown,
    shipped: JSON.parse(shipped) as unknown,
  };
  const whichStory = fc.oneof(
    { weight: 9, arbitrary: fc.constant('small' as const) },
    { weight: 1, arbitrary: fc.constant('shipped' as const) },
  );

  it('if they are none at all, or JSON of any kind', async () => {
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((text) => strToU8(text)),
      fc.jsonValue({ maxDepth: 8 }).map(bytesOf),
      fc.string({ unit: 'binary' }).map((text) => strToU8(text)),
    );
    await fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        expect((await readAnyStory(bytes)).ok).toBe(false);
      }),
      part(0.1),
    );
  });

  it('if they are a story in which parts were dropped, doubled, swapped, retyped, nested or renamed', async () => {
    let accepted = 0;
    let rendered = 0;
    await fc.assert(
      fc.asyncProperty(whichStory, mutations, async (which, changes) => {
        const changed = mutate(stories[which], changes);
        const parsed = await readAnyStory(bytesOf(changed));
        if (!parsed.ok) return;
        accepted += 1;
        requireSchema(changed);
        // What is accepted is data of JSON: a build sends it to the browser.
        const data = JSON.parse(JSON.stringify(parsed.data)) as typeof parsed.data;
        showEveryTurn(data);
        if (accepted % 12 !== 1) return;
        rendered += 1;
        for (const body of await renderStory(data)) expect(body).toContain('<');
      }),
      part(0.4),
    );
    expect(accepted).toBeGreaterThan(RUNS / 50);
    expect(rendered).toBeGreaterThan(0);
  });

  it('if they are a story that was cut, or spliced with other bytes or with itself', async () => {
    const sound = { small: strToU8(FIXTURE), shipped: strToU8(shipped) };
    await fc.assert(
      fc.asyncProperty(whichStory, splices, async (which, changes) => {
        const parsed = await readAnyStory(splice(sound[which], changes));
        if (parsed.ok) showEveryTurn(parsed.data);
      }),
      part(0.15),
    );
  });
});

describe('A file of another tool ends as a story that the parser accepts, or as faults', () => {
  const { STORYMAP, TIMELINE, LINKED_PLACES, GEOJSON } = files;
  const objects = { STORYMAP, TIMELINE, LINKED_PLACES, GEOJSON };
  const texts = Object.entries(files).map(
    ([name, file]) => [name, typeof file === 'string' ? file : JSON.stringify(file)] as const,
  );
  const options = fc.constantFrom({}, { undated: 'skip' }, {
    dayOrder: 'month-first',
  } as const) as fc.Arbitrary<Parameters<typeof importAny>[1]>;
  const draws = fc.constantFrom(...(Object.keys(objects) as (keyof typeof objects)[]));

  it('if parts of its JSON were dropped, doubled, swapped, retyped, nested or renamed', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        draws,
        mutations,
        options,
        async (name, changes: readonly Mutation[], given) => {
          const ok = await importAny(bytesOf(mutate(objects[name], changes)), given);
          accepted += Number(ok);
        },
      ),
      part(0.15),
    );
    expect(accepted).toBeGreaterThan(RUNS / 50);
  });

  it('if it was cut, or spliced with other bytes or with itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        splices,
        options,
        async ([, text], changes, given) => {
          await importAny(splice(strToU8(text), changes), given);
        },
      ),
      part(0.15),
    );
  });

  it('if it is a spreadsheet or an archive whose files or bytes were cut or spliced', async () => {
    const book = await workbook({
      events: [
        ['date', 'title', 'place', 'latitude', 'longitude', 'people', 'about', 'follows'],
        ['2018-06-12', 'They meet', 'Singapore', 1.29, 103.85, 'Kim; Trump', 'Hanoi', null],
        [
          new Date('2019-02-27'),
          'They meet again',
          'Hanoi',
          21.03,
          105.85,
          'Kim',
          null,
          'They meet',
        ],
      ],
      claims: [
        ['event', 'source', 'says'],
        ['They meet', 'A report', 'They met for an hour.'],
      ],
      people: [
        ['name', 'role'],
        ['Kim', 'Chairman'],
      ],
    });
    const archives = {
      book,
      kmz: zipSync({ 'doc.kml': strToU8(files.KML), 'a.jpg': new Uint8Array(9) }),
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('book' as const, 'kmz' as const),
        fc.nat(100),
        splices,
        fc.boolean(),
        async (which, at, changes, isInside) => {
          const archive = archives[which];
          const inner = unzipSync(archive);
          const names = Object.keys(inner);
          const name = names[at % names.length] ?? '';
          const changed = isInside
            ? zipSync({ ...inner, [name]: splice(inner[name] ?? new Uint8Array(), changes) })
            : splice(archive, changes);
          await importAny(changed, {});
        },
      ),
      part(0.05),
    );
  });
});
