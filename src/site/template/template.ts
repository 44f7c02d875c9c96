/** A sheet of the template: its name, its rows, and how wide its columns are, in characters. */
export interface TemplateSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly widths: readonly number[];
}

const EVENTS: TemplateSheet = {
  name: 'events',
  widths: [18, 12, 34, 60, 22, 10, 10, 12, 40, 18, 20, 44, 30, 20, 30, 30, 22, 30, 30, 30],
  rows: [
    [
      'date',
      'end',
      'title',
      'text',
      'place',
      'latitude',
      'longitude',
      'kind',
      'people',
      'tags',
      'source',
      'link',
      'image',
      'credit',
      'alt',
      'caption',
      'about',
      'follows',
      'comes out of',
      'supersedes',
    ],
    [
      '1969-07-16 09:32',
      null,
      'Apollo 11 is launched',
      'A Saturn V rocket lifts off with three astronauts.',
      'Kennedy Space Center',
      28.6083,
      -80.6041,
      'event',
      'Neil Armstrong; Buzz Aldrin; Michael Collins',
      'flight',
      'NASA',
      'https://www.nasa.gov/mission/apollo-11/',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    [
      '1969-07-24',
      null,
      'They are back on Earth',
      'The command module comes down in the Pacific. The USS Hornet picks the astronauts up.',
      'Pacific',
      '13°19′N',
      '169°9′W',
      'event',
      'Neil Armstrong; Buzz Aldrin; Michael Collins',
      'flight',
      'NASA',
      'https://www.nasa.gov/mission/apollo-11/',
      null,
      null,
      null,
      null,
      null,
      'Apollo 11 is launched',
      null,
      null,
    ],
    [
      'August 13, 1969',
      null,
      'A parade in New York',
      'They ride through the city under paper streamers.',
      'New York',
      40.7128,
      -74.006,
      'ceremony',
      'Neil Armstrong; Buzz Aldrin; Michael Collins',
      'honours; public',
      'NASA',
      'https://www.nasa.gov/mission/apollo-11/',
      null,
      null,
      null,
      null,
      null,
      null,
      'They are back on Earth',
      null,
    ],
  ],
};

const README: TemplateSheet = {
  name: 'read me',
  widths: [100],
  rows: [
    ['A story on a map from a spreadsheet'],
    [
      'Write one row for each event in the sheet “events”. Only date and title are required. The rows there are examples.',
    ],
    ['Columns may stand in any order. Delete those that you do not need.'],
    [
      'date, end: 2018-06-12, 2018-06-12 09:04, 12.06.2018, June 12, 2018, 2018-06, 2018. Times are those of the place.',
    ],
    [
      'place, latitude, longitude: write the position of a place once. Other rows with the same place need its name only.',
    ],
    [
      'kind: journey, visit, meeting, agreement, letter, statement, ceremony, test, demolition, measure, release, report, state or event.',
    ],
    ['people, tags: names with a semicolon between. Sheet “people” says more about a person.'],
    [
      'image: a file beside the story, or an address that begins with https://. alt says what it shows, credit whose it is.',
    ],
    [
      'follows, comes out of, answers, carries out, cancels, supersedes: the titles of earlier events, with a semicolon between.',
    ],
    ['about: other places that the event concerns.'],
    [
      'title (ko), text (fr): a column with the language in brackets has the texts in that language.',
    ],
    [
      'The sheets people, places, sources, commitments, claims and story may be empty or missing. This sheet is not read.',
    ],
  ],
};

/** The sheets of `template.xlsx`. `template.csv` has the events. The story is of 1969; its text and sources are NASA’s, in the public domain. */
export const TEMPLATE: readonly TemplateSheet[] = [
  README,
  EVENTS,
  {
    name: 'people',
    widths: [24, 10, 24, 20, 20],
    rows: [
      ['name', 'initials', 'role', 'party', 'home'],
      ['Neil Armstrong', 'NA', 'Commander', 'NASA', 'Houston'],
      ['Buzz Aldrin', 'BA', 'Lunar module pilot', 'NASA', 'Houston'],
      ['Michael Collins', 'MC', 'Command module pilot', 'NASA', 'Houston'],
    ],
  },
  {
    name: 'places',
    widths: [24, 10, 10, 20, 10, 10, 20, 10],
    rows: [
      ['name', 'latitude', 'longitude', 'zone', 'kind', 'precision', 'within', 'main'],
      ['Houston', 29.7604, -95.3698, 'America/Chicago', 'city', 2000, null, 'yes'],
      ['Pacific', null, null, 'UTC', 'site', 10000, null, null],
    ],
  },
  {
    name: 'sources',
    widths: [40, 24, 24, 14, 40],
    rows: [['title', 'publisher', 'author', 'date', 'url']],
  },
  {
    name: 'commitments',
    widths: [30, 50, 24, 20, 14, 12, 30, 40],
    rows: [['event', 'text', 'by', 'binds', 'date', 'state', 'brought by', 'note']],
  },
  {
    name: 'claims',
    widths: [30, 40, 60, 60],
    rows: [['event', 'source', 'says', 'differs']],
  },
  {
    name: 'story',
    widths: [16, 70],
    rows: [
      ['key', 'value'],
      ['title', 'To the Moon and to New York'],
      ['summary', 'How three astronauts left and came back in the summer of 1969.'],
      ['language', 'en'],
      ['zone', 'UTC'],
    ],
  },
];
