import type { MapWords } from '../../map/maplibre/words.ts';
import type { SceneWords } from '../../scene/describe.ts';
import type { CommitmentState, EventKind, EventStatus, LinkVerb } from '../../story/story.ts';
import type { DatePrecision } from '../../time/interval.ts';

/** Texts of the share dialog. */
export interface ShareWords {
  readonly link: string;
  readonly start: string;
  readonly beginning: string;
  /** Heading above the HTML that embeds the map. */
  readonly embed: string;
  readonly iframe: string;
  readonly script: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'light' | 'dark' | 'auto', string>>;
  /** Label of the field for the height, with the unit. */
  readonly height: string;
  /** Placeholder of the field for the height. */
  readonly automatic: string;
  readonly preview: string;
  readonly copy: string;
  readonly copied: string;
  /** Shown if the browser does not allow copying. It names the keys that copy. */
  readonly selected: string;
}

/** Pictures, films and sounds. `image`, `video`, `audio`: a link to one at another site, such as `example.org`. */
export interface MediaWords {
  readonly image: (site: string) => string;
  readonly video: (site: string) => string;
  readonly audio: (site: string) => string;
  /** Button: shows all of a picture again. */
  readonly whole: string;
  readonly previous: string;
  readonly next: string;
  readonly pictureOf: (number: number, total: number) => string;
}

/** What the legend says of the marks that a story has. It names no colour: accent and forced colours change it. */
export interface LegendWords {
  /** These follow the kinds of events that a figure stands for, after a colon. */
  readonly seats: string;
  /** The same if a table has more guests than it shows. */
  readonly seatsAtMost: (count: number) => string;
  readonly bonds: string;
  readonly change: string;
  readonly begins: string;
  readonly hollow: Readonly<Record<'planned' | 'reported' | 'both', string>>;
  /** The frame round a place's name. `bound`: also where an event of now concerns a place elsewhere. */
  readonly framed: Readonly<Record<'now' | 'bound', string>>;
  readonly traces: Readonly<Record<'travel' | 'letter' | 'both', string>>;
  readonly curves: Readonly<Record<'travel' | 'letter', string>>;
  /** A band is a line on the ground, widened until it can be seen. */
  readonly zones: Readonly<Record<'band' | 'area', string>>;
}

/**
 * All texts of the interface, in one language. The story has its own texts. A phrase with a placeholder must be correct
 * for every name that is inserted: no ending or particle may depend on it.
 */
export interface Words extends SceneWords {
  /** Direction of the script. The timeline has the same direction. */
  readonly direction: 'ltr' | 'rtl';
  /** Separator in a list of names: “North Korea, South Korea”. */
  readonly between: string;
  /** Whether the larger place is named first: “Singapore, Capella”. */
  readonly largeFirst: boolean;
  readonly map: MapWords;
  readonly mapOf: (title: string) => string;
  /** Accessible name of the toolbar. */
  readonly player: string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly previous: string;
  readonly next: string;
  readonly speed: string;
  readonly date: string;
  /** A date with the local time of the place. */
  readonly atTime: (date: string, time: string) => string;
  readonly now: string;
  readonly allEvents: string;
  readonly meanwhile: string;
  readonly planned: string;
  /** Shown for a date without an event, by the precision of the date. */
  readonly nothingNow: Readonly<Record<DatePrecision, string>>;
  readonly lastBefore: string;
  readonly nextUp: string;
  readonly clearSelection: string;
  /** Announced when a place or a person has been selected: the name and the number of events that are listed. */
  readonly chosen: (name: string, count: number) => string;
  readonly noEvents: string;
  /** Follows the name of the selected place or person: how many of its events have begun. */
  readonly eventsSoFar: (count: number) => string;
  readonly placeOpen: string;
  readonly people: string;
  /** Above the media of all places, on paper and without scripts. */
  readonly places: string;
  readonly commitments: string;
  readonly boundHere: string;
  readonly eventsHere: string;
  /** Follows a commitment's state, with the date of the change: “Done, since 4 May 2018”. */
  readonly since: (date: string) => string;
  /** `says` and `record` precede a claim, and end with the space or sign that the language needs there. */
  readonly says: (source: string) => string;
  readonly record: string;
  /** Before the tags of an event. */
  readonly topics: string;
  readonly sources: (count: number) => string;
  readonly media: MediaWords;
  readonly legend: string;
  readonly legendPips: string;
  readonly legendNotes: LegendWords;
  readonly kinds: Readonly<Record<EventKind, string>>;
  /** An event's kind together with its status: “Meeting, planned”. */
  readonly statuses: Readonly<Record<EventStatus, (kind: string) => string>>;
  readonly states: Readonly<Record<CommitmentState, string>>;
  readonly verbs: Readonly<Record<LinkVerb, string>>;
  readonly keys: Readonly<Record<string, string>>;
  /** The name of the space key. */
  readonly space: string;
  readonly share: string;
  readonly shareDialog: ShareWords;
  readonly help: string;
  readonly close: string;
  readonly ground: string;
  readonly skipMap: string;
  /** Accessible name of the list of languages. */
  readonly languages: string;
  /** For a text that does not exist in the page's language. `name`: the other language, in the page's language. */
  readonly onlyIn: (name: string) => string;
  /** The same where the reader can choose among languages: what is in which. */
  readonly toldIn: (name: string) => string;
  /** Shown if the browser runs no scripts. */
  readonly noScript: string;
  /** Shown if the browser runs scripts, but the page's own were not loaded. It must also be true in an archived copy. */
  readonly unready: string;
  /** Shown after `unready` if the address names another moment than the story's beginning. */
  readonly momentNotShown: string;
  /** Shown instead of both if the address names another story than the page was built with. */
  readonly storyNotShown: string;
  /** Shown if a file that is loaded later cannot be loaded: the share dialog, another language. */
  readonly lostFile: string;
  readonly accessibility: string;
  /** In a frame: text of the link to the page itself. */
  readonly wholePage: string;
  /** In a frame: heading above the address of a link that the page around does not allow to open. */
  readonly linkBlocked: string;
}
