import type { Words } from './words.ts';

const plural = new Intl.PluralRules('fr');

/** None and one are singular: “0 événement”. */
const count = (number: number, one: string, many: string): string =>
  `${number} ${plural.select(number) === 'one' ? one : many}`;

const events = (number: number): string => count(number, 'événement', 'événements');

const isDay = (date: string): boolean => /^\d+ \p{L}/u.test(date);
const isDecade = (date: string): boolean => date.startsWith('années');

/** A date has an article if it is a day or a decade: “depuis le 12 juin 2018”, “depuis juin 2018”. */
const since = (date: string): string => {
  if (isDay(date)) return `depuis le ${date}`;
  return isDecade(date) ? `depuis les ${date}` : `depuis ${date}`;
};

const until = (date: string): string => {
  if (isDay(date)) return `jusqu’au ${date}`;
  return isDecade(date) ? `jusqu’aux ${date}` : `jusqu’en ${date}`;
};

export const FRENCH: Words = {
  language: 'fr',
  dates: {
    approximate: (date) => `${date} environ`,
    uncertain: (date) => `${date} (date incertaine)`,
    since,
    until,
    to: ' – ',
    decade: (year) => `années ${year}`,
  },
  direction: 'ltr',
  comma: ', ',
  colon: '\u00a0: ',
  stop: '. ',
  between: ', ',
  largeFirst: false,
  eventOf: (number, total) => `Événement ${number} sur ${total}`,
  afterEvent: (number, total) =>
    number > 0
      ? `Après l’événement ${number} sur ${total}`
      : `Avant le premier événement sur ${total}`,
  events,
  soFar: (number) => `${number} jusqu’ici`,
  mapOf: (title) => `Carte\u00a0: ${title}`,
  player: 'Lecteur',
  play: 'Lecture',
  pause: 'Pause',
  replay: 'Revoir',
  previous: 'Événement précédent',
  next: 'Événement suivant',
  speed: 'Vitesse',
  date: 'Date',
  atTime: (date, time) => `${date}, ${time}, heure locale`,
  now: 'Maintenant',
  allEvents: 'Chronologie',
  meanwhile: 'Au même moment',
  planned: 'À venir',
  nothingNow: {
    day: 'Aucun événement n’est recensé ce jour-là.',
    month: 'Aucun événement n’est recensé ce mois-là.',
    year: 'Aucun événement n’est recensé cette année-là.',
    decade: 'Aucun événement n’est recensé dans cette décennie.',
  },
  lastBefore: 'Avant',
  nextUp: 'Ensuite',
  clearSelection: 'Fermer',
  chosen: (name, number) => `Lieu sélectionné\u00a0: ${name}, ${events(number)} dans la liste`,
  noEvents: 'Aucun événement de ce récit n’a eu lieu ici.',
  eventsSoFar: (number) => `${events(number)} jusqu’ici`,
  placeOpen: 'Lieu à préciser',
  people: 'Personnes',
  places: 'Lieux',
  commitments: 'Les engagements pris et où ils en sont',
  boundHere: 'Les engagements sur ce lieu et où ils en sont',
  eventsHere: 'Ce qui s’est passé ici',
  since,
  says: (source) => `Selon ${source}\u00a0: `,
  record: 'Les faits établis diffèrent\u00a0: ',
  sources: (number) => count(number, 'source', 'sources'),
  media: {
    image: (site) => `Voir l’image sur ${site}`,
    video: (site) => `Regarder sur ${site}`,
    audio: (site) => `Écouter sur ${site}`,
    whole: 'Image entière',
    previous: 'Image précédente',
    next: 'Image suivante',
    pictureOf: (number, total) => `Image ${number} sur ${total}`,
  },
  legend: 'Légende de la carte',
  legendPips: 'À côté d’un lieu\u00a0: les engagements pris à son sujet',
  legendNotes: {
    seats: 'un siège par invité',
    seatsAtMost: (number) => `un siège par invité, ${number} au plus`,
    bonds: 'un trait vers chaque lieu concerné',
    change: 'le lieu lui-même change',
    begins: 'son début',
    hollow: {
      planned: 'Vide ou en pointillé\u00a0: en projet',
      reported: 'Vide ou en pointillé\u00a0: non confirmé',
      both: 'Vide ou en pointillé\u00a0: en projet ou non confirmé',
    },
    framed: {
      now: 'Nom encadré\u00a0: un événement s’y déroule maintenant.',
      bound: 'Nom encadré\u00a0: un événement s’y déroule maintenant ou concerne ce lieu.',
    },
    traces: {
      travel: 'Un trait fin est un voyage passé. Les plus anciens sont plus pâles.',
      letter: 'Un trait fin est une lettre passée. Les plus anciennes sont plus pâles.',
      both: 'Un trait fin est un voyage ou une lettre du passé. Les plus anciens sont plus pâles.',
    },
    curves: {
      travel: 'Une courbe montre qui se rend où, pas l’itinéraire.',
      letter: 'Une courbe en pointillé montre qui écrit à qui.',
    },
    zones: {
      band: 'Une bande hachurée peut être plus large sur la carte qu’en réalité, pour rester visible.',
      area: 'Une zone hachurée a sa forme réelle.',
    },
  },
  topics: 'Thèmes',
  kinds: {
    journey: 'Voyage',
    visit: 'Visite',
    meeting: 'Rencontre',
    agreement: 'Accord',
    letter: 'Lettre',
    statement: 'Déclaration',
    ceremony: 'Cérémonie',
    test: 'Essai',
    demolition: 'Démolition',
    measure: 'Mesure',
    release: 'Libération',
    report: 'Information',
    state: 'Situation',
    event: 'Événement',
  },
  statuses: {
    happened: (kind) => kind,
    planned: (kind) => `${kind} (en projet)`,
    reported: (kind) => `${kind} (sans confirmation)`,
  },
  states: {
    promised: 'Promis',
    begun: 'Entamé',
    done: 'Tenu',
    stalled: 'Au point mort',
    broken: 'Rompu',
  },
  verbs: {
    follows: 'Fait suite à',
    'led-to': 'Découle de',
    answers: 'Répond à',
    'carries-out': 'Met en œuvre',
    cancels: 'Annule',
    supersedes: 'Remplace',
  },
  keys: {
    toggle: 'Lecture ou pause',
    'back-far': 'Reculer de dix pas',
    'forward-far': 'Avancer de dix pas',
    back: 'Reculer d’un pas',
    forward: 'Avancer d’un pas',
    previous: 'Événement précédent',
    next: 'Événement suivant',
    jump: 'Aller de 0 à 90\u00a0% du récit',
    start: 'Au début',
    end: 'À la fin',
    slower: 'Plus lentement',
    faster: 'Plus vite',
    fullscreen: 'Plein écran',
    help: 'Cette liste de raccourcis',
    release: 'Désélectionner le lieu, ou pause',
  },
  space: 'Espace',
  share: 'Partager',
  shareDialog: {
    link: 'Lien',
    start: 'Départ',
    beginning: 'Au début',
    embed: 'Dans votre page',
    iframe: 'Sans script\u00a0: un cadre de hauteur fixe',
    script: 'Avec un script\u00a0: la bonne hauteur à chaque largeur',
    theme: 'Couleurs',
    themes: { light: 'Clair', dark: 'Sombre', auto: 'Automatique' },
    height: 'Hauteur en pixels',
    automatic: 'automatique',
    preview: 'Aperçu',
    copy: 'Copier',
    copied: 'Copié.',
    selected: 'Le texte est sélectionné. Copiez-le avec Ctrl+C ou ⌘C.',
  },
  help: 'Raccourcis clavier',
  close: 'Fermer',
  ground: 'Carte\u00a0: Natural Earth, domaine public.',
  skipMap: 'Passer la carte',
  languages: 'Langue',
  onlyIn: (name) => `Ce texte n’existe qu’en ${name}.`,
  toldIn: (name) => `Le texte est en ${name}\u202f; les boutons et les dates sont en français.`,
  noScript:
    'Sans JavaScript, la carte ne montre que le début. Le récit entier suit sous forme de texte.',
  unready:
    'Les commandes de la carte n’ont pas pu être chargées. Rechargez la page pour réessayer. Le récit entier peut être lu ici.',
  momentNotShown: 'L’adresse demande un autre moment. La carte montre le début.',
  storyNotShown:
    'L’adresse nomme un autre récit, qui n’a pas pu être chargé. Rechargez la page pour réessayer.',
  lostFile: 'Une partie de la page n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  accessibility: 'Accessibilité',
  wholePage: 'Page entière',
  linkBlocked:
    'La page qui contient cette carte ne lui permet pas d’ouvrir de liens. Copiez plutôt l’adresse\u00a0:',
  map: {
    controls: 'Déplacer la carte et zoomer',
    move: {
      left: 'Vers la gauche',
      up: 'Vers le haut',
      down: 'Vers le bas',
      right: 'Vers la droite',
    },
    zoomIn: 'Zoom avant',
    zoomOut: 'Zoom arrière',
    home: 'Carte entière',
    closest: 'Au-delà de ce zoom, la carte n’est plus précise.',
    still:
      'Ce navigateur ne peut pas dessiner la carte animée. La carte fixe la remplace. Tout le reste fonctionne.',
    unreachable:
      'La carte animée n’a pas pu être chargée. La carte fixe la remplace. Tout le reste fonctionne.',
    seas: {
      pacific: 'Océan Pacifique',
      atlantic: 'Océan Atlantique',
      indian: 'Océan Indien',
      arctic: 'Océan Arctique',
      yellow: 'Mer Jaune',
      east: 'Mer de l’Est\nMer du Japon',
      bering: 'Mer de Béring',
      mediterranean: 'Mer Méditerranée',
      caribbean: 'Mer des Caraïbes',
      north: 'Mer du Nord',
      baltic: 'Mer Baltique',
      black: 'Mer Noire',
      red: 'Mer Rouge',
      caspian: 'Mer Caspienne',
      arabian: 'Mer d’Arabie',
      bengal: 'Golfe du Bengale',
      'south-china': 'Mer de Chine méridionale',
      mexico: 'Golfe du Mexique',
      tasman: 'Mer de Tasman',
      gulf: 'Golfe Persique\nGolfe Arabique',
      norwegian: 'Mer de Norvège',
      barents: 'Mer de Barents',
      labrador: 'Mer du Labrador',
      hudson: 'Baie d’Hudson',
      okhotsk: 'Mer d’Okhotsk',
      'east-china': 'Mer de Chine orientale',
      philippine: 'Mer des Philippines',
      coral: 'Mer de Corail',
      guinea: 'Golfe de Guinée',
      weddell: 'Mer de Weddell',
      ross: 'Mer de Ross',
    },
    gestures: {
      'Map.Title': 'Déplacez avec les flèches, zoomez avec plus et moins',
      'CooperativeGesturesHandler.WindowsHelpText':
        'Maintenez Ctrl et faites défiler pour zoomer sur la carte',
      'CooperativeGesturesHandler.MacHelpText':
        'Maintenez ⌘ et faites défiler pour zoomer sur la carte',
      'CooperativeGesturesHandler.MobileHelpText': 'Déplacez la carte avec deux doigts',
    },
  },
};
