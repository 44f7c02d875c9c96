import type { MapWords } from '../../map/maplibre/words.ts';
import type { SceneWords } from '../../scene/describe.ts';
import type { CommitmentState, EventKind, EventStatus, LinkVerb } from '../../story/story.ts';
import type { DatePrecision } from '../../time/interval.ts';

/** The dialog that shares the page. */
export interface ShareWords {
  readonly link: string;
  readonly start: string;
  readonly beginning: string;
  /** Above the two lines that put the map into another page. */
  readonly embed: string;
  readonly iframe: string;
  readonly script: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'light' | 'dark' | 'auto', string>>;
  /** With its unit. */
  readonly height: string;
  /** Stands in the empty field of the height. */
  readonly automatic: string;
  readonly preview: string;
  readonly copy: string;
  readonly copied: string;
  /** Shown where the browser does not let the page copy. It names the keys that do. */
  readonly selected: string;
}

/**
 * Everything the interface says, in one language. A story brings its own words. No phrase lets a word
 * that is put in decide on the grammar round it: a particle or an ending must suit every name.
 */
export interface Words extends SceneWords {
  /** Which way the language is written; the timeline runs the same way. */
  readonly direction: 'ltr' | 'rtl';
  /** What stands between equals in a list: “North Korea, South Korea”. */
  readonly between: string;
  /** Places are named from the large to the small: “Singapore, Capella”. */
  readonly largeFirst: boolean;
  readonly map: MapWords;
  readonly mapOf: (title: string) => string;
  /** The name of the row of buttons that play and explain. */
  readonly player: string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly previous: string;
  readonly next: string;
  readonly speed: string;
  readonly date: string;
  /** A date with the time on the clocks of the place. */
  readonly atTime: (date: string, time: string) => string;
  readonly now: string;
  readonly allEvents: string;
  readonly meanwhile: string;
  readonly planned: string;
  /** For a date without an event, by what the date names. */
  readonly nothingNow: Readonly<Record<DatePrecision, string>>;
  readonly lastBefore: string;
  readonly nextUp: string;
  readonly clearSelection: string;
  /** Said when a place has been selected, of which so many events are listed now. */
  readonly chosen: (name: string, count: number) => string;
  readonly noEvents: string;
  readonly placeOpen: string;
  readonly people: string;
  readonly commitments: string;
  readonly boundHere: string;
  readonly eventsHere: string;
  /** Stands after a commitment's state, with the date on which that came about: “Done, since 4 May 2018”. */
  readonly since: (date: string) => string;
  /** These two stand before what is said, with the space that the language leaves there. */
  readonly says: (source: string) => string;
  readonly record: string;
  readonly sources: (count: number) => string;
  readonly legend: string;
  readonly legendPips: string;
  /** What the figures alone do not say, a sentence each. */
  readonly legendNotes: readonly string[];
  readonly zoneIsWidened: string;
  readonly kinds: Readonly<Record<EventKind, string>>;
  /** An event's kind with what its status adds to it: “Meeting, planned”. */
  readonly statuses: Readonly<Record<EventStatus, (kind: string) => string>>;
  readonly states: Readonly<Record<CommitmentState, string>>;
  readonly verbs: Readonly<Record<LinkVerb, string>>;
  readonly figures: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
  /** The names of keys that show no sign: the space bar’s. */
  readonly space: string;
  readonly share: string;
  readonly shareDialog: ShareWords;
  readonly help: string;
  readonly close: string;
  readonly ground: string;
  readonly skipMap: string;
  /** The name of the choice of a language. */
  readonly languages: string;
  /** For a text that the page's language lacks; `name` is what the page's language calls the other. */
  readonly onlyIn: (name: string) => string;
  /** Shown where the browser runs no scripts. */
  readonly noScript: string;
  /** Shown where the browser runs scripts, but the page's own did not come. Also true in an archive's copy. */
  readonly unready: string;
  /** Shown beside `unready` where the address asks for another moment than the story's beginning. */
  readonly momentNotShown: string;
  /** Shown where a part that is fetched later did not come: the share dialog, another language. */
  readonly lostFile: string;
  readonly accessibility: string;
  /** In a frame: the link to the page itself. */
  readonly wholePage: string;
}
