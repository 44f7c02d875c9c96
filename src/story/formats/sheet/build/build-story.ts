import type { Imported, ImportOptions } from '../../format.ts';
import type { Grid } from '../values/cell.ts';
import { isBlank } from '../values/cell.ts';
import { fold, foldName } from '../values/fold.ts';
import { escapeText } from '../values/prose.ts';
import { say } from '../values/report.ts';
import type { Report } from '../values/report.ts';
import { slugOf } from '../values/slugs.ts';
import { createReader, languageOf } from '../table/reader.ts';
import type { Reader } from '../table/reader.ts';
import { findHeadings, readTable } from '../table/table.ts';
import type { Table } from '../table/table.ts';
import { SHEETS } from '../table/vocabulary.ts';
import type { SheetKind } from '../table/vocabulary.ts';
import { isId } from '../../../parse/schema/fields.ts';
import { canonicalTag } from '../../../parse/schema/prose.ts';
import { isZone } from '../../../../time/zone.ts';
import { addClaims } from './claims.ts';
import { addCommitments } from './commitments.ts';
import type { Context } from './context.ts';
import { eventEntry } from './event-draft.ts';
import type { EventDraft } from './event-draft.ts';
import { createEventNames } from './event-names.ts';
import { readEvents } from './events.ts';
import type { TagDraft } from './events.ts';
import { addLinks } from './links.ts';
import { createParties, createPeople, createRoster, personEntry } from './people.ts';
import { createPlaces, placeFeature, wordsOf } from './places.ts';
import type { Places } from './places.ts';
import { createSources } from './sources.ts';
import { readStorySheet, storyText } from './story-sheet.ts';

type Grids = Partial<Record<SheetKind, Grid>>;

const isEmpty = (grid: Grid): boolean => grid.rows.every((row) => row.every(isBlank));

/** Which sheet is which, by their names. The events may be in a sheet of any name: the first that has a date and a title. */
function sortSheets(grids: readonly Grid[], report: Report): Grids {
  const sorted: Grids = {};
  const strange: Grid[] = [];
  for (const grid of grids) {
    const kind = SHEETS.get(fold(grid.name)) as SheetKind | 'readme' | undefined;
    if (kind === 'readme' || isEmpty(grid)) continue;
    if (kind === undefined || sorted[kind] !== undefined) strange.push(grid);
    else sorted[kind] = grid;
  }
  const events =
    sorted.events ??
    strange.find((grid) => findHeadings(grid, 'events') !== null) ??
    (grids.length === 1 ? strange[0] : undefined);
  for (const grid of strange) {
    if (grid === events) continue;
    const names = 'events, people, places, sources, commitments, claims or story';
    report.note({ sheet: grid.name }, `is not read. Name the sheet ${names} if it should be.`);
  }
  return events === undefined ? sorted : { ...sorted, events };
}

/** The places that lie within another must name one of the story, and not in a circle. */
function checkWithin(places: Places, report: Report): void {
  const byName = new Map(
    places
      .all()
      .flatMap((place) =>
        [place.id, ...wordsOf(place.name)].map((name) => [foldName(name), place] as const),
      ),
  );
  for (const place of places.all()) {
    if (place.within === null) continue;
    const other = byName.get(foldName(place.within));
    const name = say(wordsOf(place.name)[0] ?? '');
    const where = { sheet: 'places', column: 'within' };
    if (other === undefined)
      report.fault(
        where,
        `${name} is within ${say(place.within)}, which is no place of this file.`,
      );
    else if (other === place || other.within !== null)
      report.fault(where, `${name} must be within a place that is within no other.`);
    else place.within = other.id;
  }
}

/** The language of texts without a tag, by what says it first. */
function chooseLanguage(
  options: ImportOptions,
  written: string | undefined,
  events: Table,
): string {
  const asked =
    options.language !== undefined && canonicalTag(options.language) !== null
      ? options.language
      : undefined;
  return asked ?? written ?? languageOf(events.columns, 'title') ?? 'en';
}

/** Places as the story file has them. One without a position that tells its zone has the story's. */
function featuresOf(places: Places, zone: string) {
  const byId = new Map(places.all().map((place) => [place.id, place]));
  return places
    .all()
    .map((place) =>
      placeFeature(
        { ...place, zone: place.zone ?? zone },
        place.within === null ? null : (byId.get(place.within) ?? null),
      ),
    );
}

/** An event as the story file has it. A row may have no text, a story's event must: then it is the title. */
const entryOf = (event: EventDraft) =>
  eventEntry(
    event.text === '' ? { ...event, text: escapeText(wordsOf(event.title)[0] ?? '') } : event,
  );

/** Sheets as a story, or the faults of their cells. */
export function buildStory(
  grids: readonly Grid[],
  options: ImportOptions,
  report: Report,
): Imported {
  const sheets = sortSheets(grids, report);
  if (sheets.events === undefined) {
    const message = 'No sheet has events. Write a sheet “events” with the columns date and title.';
    report.fault({ sheet: 'the file' }, message);
    return { ok: false, faults: report.faults() };
  }
  const table = readTable(sheets.events, 'events', report);
  if (table === null) return { ok: false, faults: report.faults() };
  if (table.rows.length === 0) {
    report.fault(
      { sheet: table.name },
      'has no rows under its headings. A story needs at least one event.',
    );
    return { ok: false, faults: report.faults() };
  }
  const meta = readStorySheet(sheets.story ?? null, report);
  const language = chooseLanguage(options, meta.language, table);
  const zone =
    options.zone !== undefined && isZone(options.zone) ? options.zone : (meta.zone ?? 'UTC');
  const context: Context = { report, language, zone, dayOrder: options.dayOrder ?? null, options };
  const readerOf = (kind: Exclude<SheetKind, 'story' | 'events'>): Reader | null => {
    const grid = sheets[kind];
    const other = grid === undefined ? null : readTable(grid, kind, report);
    return other === null ? null : createReader(other, language, report);
  };

  const places = createPlaces(readerOf('places'), context);
  const parties = createParties(context);
  const people = createPeople(readerOf('people'), parties, places, context);
  const sources = createSources(readerOf('sources'), context);
  const tags = createRoster<TagDraft>('tag', (id, name) => ({ id, name }), context);
  const reader = createReader(table, language, report);
  const rows = readEvents(reader, { places, people, tags, sources }, context);
  const events = rows.map(({ event }) => event);
  const names = createEventNames(events, report);
  addLinks(reader, rows, names, context);
  const claims = readerOf('claims');
  if (claims !== null) addClaims(claims, names, sources, context);
  const commitments = readerOf('commitments');
  if (commitments !== null) addCommitments(commitments, names, parties, places, context);
  places.checkPositions();
  checkWithin(places, report);
  const faults = report.faults();
  if (faults.length > 0) return { ok: false, faults };

  const title = storyText(meta, 'title', language);
  const heading = title ?? (options.title || 'A story');
  if (title === null) {
    const instead = options.title ? ` “${options.title}” stands for it.` : '';
    report.note(
      { sheet: 'the file' },
      `has no title of the story.${instead} Write one in a sheet “story”, or as "title" in the story file.`,
    );
  }
  const summary = storyText(meta, 'summary', language);
  if (summary === null) {
    report.note(
      { sheet: 'the file' },
      'has no summary of the story. Write one in a sheet “story”, or as "summary" in the story file.',
    );
  }
  const [word = ''] = wordsOf(title ?? options.title ?? '');
  const id =
    [options.id, meta.id, slugOf(word)].find((one) => one !== undefined && isId(one)) ?? 'story';
  const credits = storyText(meta, 'credits', language);
  const story = {
    version: 1,
    id,
    language,
    title: heading,
    ...(summary === null ? {} : { summary }),
    ...(credits === null ? {} : { credits }),
    ...(meta.publisher ? { publisher: meta.publisher } : {}),
    ...(meta.published ? { published: meta.published } : {}),
    ...(meta.modified ? { modified: meta.modified } : {}),
    zone,
    ...(tags.all().length === 0 ? {} : { tags: tags.all() }),
    parties: parties.all(),
    people: people.all().map(personEntry),
    places: { type: 'FeatureCollection', features: featuresOf(places, zone) },
    sources: sources.all(),
    events: events.map(entryOf),
  };
  return { ok: true, story, losses: report.notes() };
}
