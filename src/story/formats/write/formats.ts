import type { DatePhrases } from '../../../time/date-words.ts';
import type { Story } from '../../story.ts';
import type { Exported } from '../format.ts';

/** A format that a story can be written in. */
export interface OtherFormat {
  /** Its name for people. */
  readonly title: string;
  /** Of a file, without the full stop. */
  readonly extension: string;
  readonly mediaType: string;
  /**
   * Writes a story with its texts in a language. `dates` words dates that the format cannot hold; without it they have
   * signs instead of words: `≈ June 2018`. The same story always gives the same text.
   */
  readonly write: (story: Story, language: string, dates?: DatePhrases) => Promise<Exported>;
}

/** Every format by its name on the command line. A writer is loaded when it is asked for. */
export const FORMATS = {
  csv: {
    title: 'CSV',
    extension: 'csv',
    mediaType: 'text/csv',
    write: async (story, language) => (await import('./csv.ts')).exportCsv(story, language),
  },
  geojson: {
    title: 'GeoJSON',
    extension: 'geojson',
    mediaType: 'application/geo+json',
    write: async (story, language) => (await import('./geojson.ts')).exportGeojson(story, language),
  },
  kml: {
    title: 'KML',
    extension: 'kml',
    mediaType: 'application/vnd.google-earth.kml+xml',
    write: async (story, language) => (await import('./kml.ts')).exportKml(story, language),
  },
  icalendar: {
    title: 'iCalendar',
    extension: 'ics',
    mediaType: 'text/calendar',
    write: async (...args) => (await import('./icalendar.ts')).exportICalendar(...args),
  },
  timelinejs: {
    title: 'TimelineJS',
    extension: 'json',
    mediaType: 'application/json',
    write: async (...args) => (await import('./timeline-js.ts')).exportTimelineJs(...args),
  },
  'linked-places': {
    title: 'Linked Places',
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    write: async (story, language) =>
      (await import('./linked-places.ts')).exportLinkedPlaces(story, language),
  },
} as const satisfies Readonly<Record<string, OtherFormat>>;
