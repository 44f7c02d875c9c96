import { EVENT_KINDS } from '../../story/story.ts';

type Example =
  | string
  | number
  | boolean
  | number[]
  | number[][]
  | string[]
  | Record<string, string>
  | Record<string, string>[];

/**
 * What editors say of each key: a sentence, and examples. They stand here and not in the parser's schemas, because the
 * library loads those. A key without a description fails a test.
 */
export const DESCRIPTIONS: Readonly<
  Record<string, readonly [description: string, ...examples: readonly Example[]]>
> = {
  'story.$schema': [
    'The address of this schema, for editors. The page ignores it.',
    '../story.schema.json',
  ],
  'story.version': ['The version of the format.', 1],
  'story.id': ["The story's id.", 'korea-thaw'],
  'story.language': [
    'The language of the story, and of every text that is a plain string: a tag of BCP 47.',
    'en',
    'pt-BR',
  ],
  'story.title': ['The title.', 'The Korean thaw', { en: 'Three summits', de: 'Drei Gipfel' }],
  'story.summary': ['What the story is about, in a few sentences.', 'Two leaders meet.'],
  'story.credits': [
    "The source of the places' shapes, shown at the foot of the page.",
    'Shapes: OpenStreetMap contributors.',
  ],
  'story.publisher': [
    'Who publishes the story, for search engines and social networks.',
    'The Gazette',
  ],
  'story.published': ['The day on which it was first published.', '2018-06-12'],
  'story.modified': ['The day of its last change, not before "published".', '2018-07-01'],
  'story.card': ['The id of the event that the picture for social media shows.', 'summit'],
  'story.zone': ['The time zone of events without a place.', 'Asia/Seoul', '+08:30'],
  'story.frame': [
    'What the map shows at first: [west, south, east, north]. Across the date line, east passes 180.',
    [86, -24, 300, 64],
  ],
  'story.insets': ['Parts of the frame that are shown a second time, larger.'],
  'story.kinds': ['Other names for kinds of events.', { meeting: 'Summit' }],
  'story.ground': ['What the map shows below the story.'],
  'story.ground.names': ['Names of lands and seas that are moved, hidden or added.'],
  'story.ground.names.id': ['A country code (ISO 3166), or the id of a sea.', 'JP'],
  'story.ground.names.name': ['A name that is added. It needs a position.', { en: 'Sahel' }],
  'story.ground.names.at': ['Where the middle of the name stands: longitude, latitude.', [10, 15]],
  'story.ground.names.hide': ['Whether the name is not shown.', true],
  'story.ground.names.span': ['The width of the land or sea, in degrees of longitude.', 30],
  'story.tags': ['Words by which events are sorted.'],
  'story.parties': ['States, organisations, sides: what people belong to.'],
  'story.people': ['Who takes part.'],
  'story.places': ['Where it happens: a FeatureCollection of GeoJSON.'],
  'story.places.type': ['Always "FeatureCollection".', 'FeatureCollection'],
  'story.places.features': ['One Feature for each place.'],
  'story.sources': ['What the story is based on.'],
  'story.events': ['What happened, in any order. The page sorts it by date.'],

  'inset.id': ["The inset's id.", 'korea'],
  'inset.name': ['What it shows.', 'Korea'],
  'inset.bounds': [
    'What it shows: [west, south, east, north], inside the frame.',
    [121, 37, 131.5, 42.6],
  ],
  'inset.slot': ['Where it lies on the map.', 'bottom-left'],

  'tag.id': ['The tag\'s id, for the "tags" of events.', 'sanctions'],
  'tag.name': ['The word that readers see.', 'Sanctions'],

  'party.id': ['The party\'s id, for the "party" of people.', 'us'],
  'party.name': ['Its name.', 'United States'],
  'party.hue': [
    'Its colour, by name. north, south, west, east and other decide the shape of its people too; red is north, blue is south, brown is east, grey is other.',
    'west',
    'green',
  ],
  'party.colour': [
    'Its colour, instead of "hue": one for both pages, or one for each.',
    '#1f6f4a',
    { light: '#1f6f4a', dark: '#7fd1a5' },
  ],

  'person.id': ['The person\'s id, for "who", "from" and "to".', 'reagan'],
  'person.name': ['The name.', 'Ronald Reagan'],
  'person.initials': ['One to three letters, shown on the map.', 'RR'],
  'person.role': ['The office or role.', 'President'],
  'person.party': ['The id of a party.', 'us'],
  'person.home': ['The id of the place where journeys and letters begin.', 'washington'],

  'place.type': ['Always "Feature".', 'Feature'],
  'place.id': ["The place's id.", 'washington'],
  'place.geometry': ['The shape, as GeoJSON.'],
  'place.properties': ['What is known of the place.'],
  'place.properties.name': ['The name on the map.', 'Washington'],
  'place.properties.zone': ['Its time zone.', 'America/New_York', '+08:30'],
  'place.properties.kind': ['What it is. It does not change the drawing.', 'city'],
  'place.properties.precision': [
    'In metres: how far off the point may be; for a line, half the width of its band.',
    2000,
  ],
  'place.properties.main': ['Whether it is labelled from the beginning.', true],
  'place.properties.within': [
    'The id of a place with a mark of its own, at which this one is shown.',
    'reykjavik',
  ],
  'place.properties.point': [
    'Where label and journeys end: [longitude, latitude].',
    [126.97, 37.59],
  ],

  'source.id': ['The source\'s id, for the "sources" of events.', 'yonhap'],
  'source.publisher': ['Who published it.', 'Yonhap'],
  'source.title': ['Its title.', 'Two Koreas to hold summit'],
  'source.author': ['Who wrote it.', 'Kim Min-su'],
  'source.date': ['When it was published.', '2018-04-27'],
  'source.url': ['Its address on the web.', 'https://example.org/report'],

  'event.id': ["The event's id.", 'summit'],
  'event.kind': ['What kind of event it is. It decides the drawing.', 'meeting'],
  'event.status': ['Whether it happened, is planned, or is only reported.', 'happened'],
  'event.title': ['The headline.', 'Two days in Reykjavík'],
  'event.text': ['What happened.', 'They come close to an agreement and part without one.'],
  'event.when': [
    'The date, in the time zone of its place: EDTF.',
    '2018-06-12',
    '2018-06-12T09:04',
    '2018-06~',
    '2018-06-12/2018-06-14',
  ],
  'event.at': ['The id of the place.', 'hofdi'],
  'event.who': ['The ids of the people who take part.', ['reagan', 'gorbachev']],
  'event.about': ['The ids of places that the event concerns.', ['greenham']],
  'event.from': ['The id of the person who writes a letter.', 'kim'],
  'event.to': ['The id of the person who receives a letter.', 'trump'],
  'event.via': [
    'The real route of the journey, from home to place: positions [longitude, latitude].',
    [
      [126.97, 37.56],
      [125.75, 39.03],
    ],
  ],
  'event.follows': ['Earlier events that this one follows from.'],
  'event.follows.event': ['The id of the earlier event.', 'news'],
  'event.follows.verb': ['How this event follows from it.', 'led-to'],
  'event.sources': ['The ids of the sources.', ['yonhap']],
  'event.tags': ['The ids of tags.', ['sanctions']],
  'event.media': ['Pictures, videos and sounds.'],
  'event.claims': ['What a source says about the event that others do not say.'],
  'event.claims.source': ['The id of the source.', 'yonhap'],
  'event.claims.says': ['What it says.', 'The test site was destroyed.'],
  'event.claims.differs': ['How the record differs.', 'Satellites show the tunnels.'],
  'event.commitments': ['What an agreement promises.'],
  'event.commitments.id': ["The commitment's id.", 'cruise'],
  'event.commitments.text': ['What is promised.', 'Take the cruise missiles away.'],
  'event.commitments.by': ['The ids of the parties that promise it.', ['us']],
  'event.commitments.binds': ['The id of the place that it is about.', 'greenham'],
  'event.commitments.history': ['What became of it, in order of time.'],
  'event.commitments.history.when': ['The date of the change: EDTF.', '1988-06-01'],
  'event.commitments.history.state': ['How it stands from then on.', 'begun'],
  'event.commitments.history.event': ['The id of the event that brought the change.', 'force'],
  'event.commitments.history.text': ['What changed.', 'The first missiles leave.'],
  'place.properties.media': [
    'Pictures, videos and sounds.',
    [{ image: 'media/square.jpg', alt: 'A square with a palace' }],
  ],
  ...ofKinds(),
  ...ofMedia('event.media'),
  ...ofMedia('place.properties.media'),
};

function ofKinds(): Record<string, readonly [string, ...Example[]]> {
  return Object.fromEntries(
    EVENT_KINDS.map((kind) => [
      `story.kinds.${kind}`,
      [`Another name for the kind "${kind}".`, kind === 'meeting' ? 'Summit' : `Special ${kind}`],
    ]),
  );
}

function ofMedia(path: string): Record<string, readonly [string, ...Example[]]> {
  return {
    [`${path}.image`]: [
      'A picture: a path beside the story, or an https address.',
      'media/summit.jpg',
    ],
    [`${path}.video`]: ['A video: a path beside the story, or an https address.', 'media/walk.mp4'],
    [`${path}.audio`]: [
      'A sound: a path beside the story, or an https address.',
      'media/speech.mp3',
    ],
    [`${path}.alt`]: ['What is to be seen or heard, for those who cannot.', 'Two men shake hands.'],
    [`${path}.caption`]: ['What stands below it.', 'The first handshake.'],
    [`${path}.credit`]: ['Who made it.', 'Photo: Reuters'],
    [`${path}.poster`]: [
      'Of a video: the picture before it is started, a path beside the story, or an https address.',
      'media/walk.jpg',
    ],
    [`${path}.captions`]: [
      'Of a video: what is said and heard, as a WebVTT file; or one for each language.',
      'media/walk.vtt',
      { en: 'media/walk.en.vtt', ko: 'media/walk.ko.vtt' },
    ],
  };
}
