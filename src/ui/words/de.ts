import type { Words } from './words.ts';

const plural = new Intl.PluralRules('de');

const count = (number: number, one: string, many: string): string =>
  `${number} ${plural.select(number) === 'one' ? one : many}`;

const events = (number: number): string => count(number, 'Ereignis', 'Ereignisse');

const isDay = (date: string): boolean => /^\d+\. \p{L}/u.test(date);
const isDecade = (date: string): boolean => date.endsWith('er-Jahre');

/** Days and decades have an article: “seit dem 12. Juni 2018”, “seit Juni 2018”, “seit den 2010er-Jahren”. */
const since = (date: string): string => {
  if (isDay(date)) return `seit dem ${date}`;
  return isDecade(date) ? `seit den ${date}n` : `seit ${date}`;
};

const until = (date: string): string => {
  if (isDay(date)) return `bis zum ${date}`;
  return isDecade(date) ? `bis in die ${date}` : `bis ${date}`;
};

export const GERMAN: Words = {
  language: 'de',
  dates: {
    approximate: (date) => `ca. ${date}`,
    uncertain: (date) => `${date} (unsicher)`,
    since,
    until,
    to: ' – ',
    decade: (year) => `${year}er-Jahre`,
  },
  direction: 'ltr',
  comma: ', ',
  colon: ': ',
  stop: '. ',
  between: ', ',
  largeFirst: false,
  eventOf: (number, total) => `Ereignis ${number} von ${total}`,
  afterEvent: (number, total) =>
    number > 0 ? `Nach Ereignis ${number} von ${total}` : `Vor dem ersten Ereignis von ${total}`,
  events,
  soFar: (number) => `bisher ${number}`,
  mapOf: (title) => `Karte: ${title}`,
  player: 'Wiedergabe',
  play: 'Abspielen',
  pause: 'Pause',
  replay: 'Noch einmal',
  previous: 'Voriges Ereignis',
  next: 'Nächstes Ereignis',
  speed: 'Tempo',
  date: 'Datum',
  atTime: (date, time) => `${date}, ${time} Uhr Ortszeit`,
  now: 'Jetzt',
  allEvents: 'Chronik',
  meanwhile: 'Währenddessen',
  planned: 'Angekündigt',
  nothingNow: {
    day: 'Für diesen Tag ist nichts verzeichnet.',
    month: 'Für diesen Monat ist nichts verzeichnet.',
    year: 'Für dieses Jahr ist nichts verzeichnet.',
    decade: 'Für dieses Jahrzehnt ist nichts verzeichnet.',
  },
  lastBefore: 'Zuvor',
  nextUp: 'Danach',
  clearSelection: 'Schließen',
  chosen: (name, number) => `${name} ist ausgewählt, ${events(number)} in der Liste`,
  noEvents: 'Hier fand kein Ereignis dieser Geschichte statt.',
  eventsSoFar: (number) => `bisher ${events(number)}`,
  placeOpen: 'Ort noch offen',
  people: 'Personen',
  places: 'Orte',
  commitments: 'Was zugesagt wurde und was daraus wird',
  boundHere: 'Zusagen zu diesem Ort und was daraus wird',
  eventsHere: 'Was hier geschah',
  since,
  says: (source) => `Laut ${source}: `,
  record: 'Belegt ist dagegen: ',
  sources: (number) => count(number, 'Quelle', 'Quellen'),
  media: {
    image: (site) => `Bild ansehen auf ${site}`,
    video: (site) => `Ansehen auf ${site}`,
    audio: (site) => `Anhören auf ${site}`,
    whole: 'Ganzes Bild',
    previous: 'Vorheriges Bild',
    next: 'Nächstes Bild',
    pictureOf: (number, total) => `Bild ${number} von ${total}`,
  },
  legend: 'Legende der Karte',
  legendPips: 'Neben einem Ort: was über ihn zugesagt wurde',
  legendNotes: {
    seats: 'ein Platz für jeden Gast',
    seatsAtMost: (number) => `ein Platz für jeden Gast, höchstens ${number}`,
    bonds: 'eine Linie zu jedem Ort, für den sie gilt',
    change: 'der Ort selbst ändert sich',
    begins: 'der Beginn',
    hollow: {
      planned: 'Hohl oder gestrichelt: geplant',
      reported: 'Hohl oder gestrichelt: nicht bestätigt',
      both: 'Hohl oder gestrichelt: geplant oder nicht bestätigt',
    },
    framed: {
      now: 'Rahmen um einen Namen: Hier geschieht gerade etwas.',
      bound: 'Rahmen um einen Namen: Hier geschieht gerade etwas, oder es betrifft diesen Ort.',
    },
    traces: {
      travel: 'Eine dünne Linie ist eine frühere Reise. Ältere sind blasser.',
      letter: 'Eine dünne Linie ist ein früherer Brief. Ältere sind blasser.',
      both: 'Eine dünne Linie ist eine frühere Reise oder ein früherer Brief. Ältere sind blasser.',
    },
    curves: {
      travel: 'Ein Bogen zeigt, wer wohin reist, nicht den Weg.',
      letter: 'Ein gepunkteter Bogen zeigt, wer wem schreibt.',
    },
    zones: {
      band: 'Ein schraffiertes Band ist oft breiter gezeichnet, als es ist, damit man es sieht.',
      area: 'Eine schraffierte Fläche hat ihre wahre Form.',
    },
  },
  topics: 'Themen',
  kinds: {
    journey: 'Reise',
    visit: 'Besuch',
    meeting: 'Treffen',
    agreement: 'Vereinbarung',
    letter: 'Brief',
    statement: 'Erklärung',
    ceremony: 'Zeremonie',
    test: 'Test',
    demolition: 'Abriss',
    measure: 'Maßnahme',
    release: 'Freilassung',
    report: 'Bericht',
    state: 'Lage',
    event: 'Ereignis',
  },
  statuses: {
    happened: (kind) => kind,
    planned: (kind) => `${kind} (geplant)`,
    reported: (kind) => `${kind} (nicht bestätigt)`,
  },
  states: {
    promised: 'Zugesagt',
    begun: 'Begonnen',
    done: 'Erfüllt',
    stalled: 'Ins Stocken geraten',
    broken: 'Gebrochen',
  },
  verbs: {
    follows: 'Folgt auf',
    'led-to': 'Ergibt sich aus',
    answers: 'Antwortet auf',
    'carries-out': 'Setzt um',
    cancels: 'Sagt ab',
    supersedes: 'Ersetzt',
  },
  keys: {
    toggle: 'Abspielen oder Pause',
    'back-far': 'Zehn Schritte zurück',
    'forward-far': 'Zehn Schritte vor',
    back: 'Ein Schritt zurück',
    forward: 'Ein Schritt vor',
    previous: 'Voriges Ereignis',
    next: 'Nächstes Ereignis',
    jump: 'Zu 0–90\u00a0% der Geschichte',
    start: 'Zum Anfang',
    end: 'Zum Ende',
    slower: 'Langsamer',
    faster: 'Schneller',
    fullscreen: 'Vollbild',
    help: 'Diese Liste der Tasten',
    release: 'Ort abwählen oder Pause',
  },
  space: 'Leertaste',
  share: 'Teilen',
  shareDialog: {
    link: 'Link',
    start: 'Beginn',
    beginning: 'Am Anfang',
    embed: 'Auf der eigenen Seite',
    iframe: 'Ohne Skript: ein Rahmen von fester Höhe',
    script: 'Mit Skript: die richtige Höhe bei jeder Breite',
    theme: 'Farben',
    themes: { light: 'Hell', dark: 'Dunkel', auto: 'Automatisch' },
    height: 'Höhe in Pixeln',
    automatic: 'automatisch',
    preview: 'Vorschau',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    selected: 'Der Text ist markiert. Kopieren Sie ihn mit Strg+C oder ⌘C.',
  },
  help: 'Tastatur',
  close: 'Schließen',
  ground: 'Karte: Natural Earth, gemeinfrei.',
  skipMap: 'Karte überspringen',
  languages: 'Sprache',
  onlyIn: (name) => `Diesen Text gibt es nur in einer Sprache: ${name}.`,
  toldIn: (name) =>
    `Sprache des Textes: ${name}; Schaltflächen und Datumsangaben sind auf Deutsch.`,
  noScript: 'Ohne JavaScript zeigt die Karte nur den Anfang. Die ganze Geschichte folgt als Text.',
  unready:
    'Die Bedienung der Karte konnte nicht geladen werden. Laden Sie die Seite neu, um es noch einmal zu versuchen. Die ganze Geschichte ist hier zu lesen.',
  momentNotShown: 'Die Adresse nennt einen anderen Zeitpunkt. Die Karte zeigt den Anfang.',
  storyNotShown:
    'Die Adresse nennt eine andere Geschichte, die nicht geladen werden konnte. Laden Sie die Seite neu, um es noch einmal zu versuchen.',
  lostFile:
    'Ein Teil der Seite konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  accessibility: 'Barrierefreiheit',
  wholePage: 'Ganze Seite',
  linkBlocked:
    'Die Seite, in der diese Karte steht, lässt keine Links öffnen. Kopieren Sie stattdessen die Adresse:',
  map: {
    controls: 'Karte verschieben und zoomen',
    move: { left: 'Nach links', up: 'Nach oben', down: 'Nach unten', right: 'Nach rechts' },
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    home: 'Ganze Karte',
    closest: 'Noch näher wäre die Karte nicht genau.',
    still:
      'Dieser Browser kann die bewegliche Karte nicht zeichnen. Sie sehen die feste Karte. Alles andere funktioniert.',
    unreachable:
      'Die bewegliche Karte konnte nicht geladen werden. Sie sehen die feste Karte. Alles andere funktioniert.',
    seas: {
      pacific: 'Pazifischer Ozean',
      atlantic: 'Atlantischer Ozean',
      indian: 'Indischer Ozean',
      arctic: 'Arktischer Ozean',
      yellow: 'Gelbes Meer',
      east: 'Ostmeer\nJapanisches Meer',
      bering: 'Beringmeer',
      mediterranean: 'Mittelmeer',
      caribbean: 'Karibisches Meer',
      north: 'Nordsee',
      baltic: 'Ostsee',
      black: 'Schwarzes Meer',
      red: 'Rotes Meer',
      caspian: 'Kaspisches Meer',
      arabian: 'Arabisches Meer',
      bengal: 'Golf von Bengalen',
      'south-china': 'Südchinesisches Meer',
      mexico: 'Golf von Mexiko',
      tasman: 'Tasmansee',
      gulf: 'Persischer Golf\nArabischer Golf',
      norwegian: 'Norwegische See',
      barents: 'Barentssee',
      labrador: 'Labradorsee',
      hudson: 'Hudson Bay',
      okhotsk: 'Ochotskisches Meer',
      'east-china': 'Ostchinesisches Meer',
      philippine: 'Philippinensee',
      coral: 'Korallenmeer',
      guinea: 'Golf von Guinea',
      weddell: 'Weddellmeer',
      ross: 'Rossmeer',
    },
    gestures: {
      'Map.Title': 'Mit den Pfeiltasten verschieben, mit Plus und Minus zoomen',
      'CooperativeGesturesHandler.WindowsHelpText':
        'Halten Sie Strg gedrückt und scrollen Sie, um die Karte zu zoomen',
      'CooperativeGesturesHandler.MacHelpText':
        'Halten Sie ⌘ gedrückt und scrollen Sie, um die Karte zu zoomen',
      'CooperativeGesturesHandler.MobileHelpText': 'Verschieben Sie die Karte mit zwei Fingern',
    },
  },
};
