import type { Words } from './words.ts';

const plural = new Intl.PluralRules('es');

const count = (number: number, one: string, many: string): string =>
  `${number} ${plural.select(number) === 'one' ? one : many}`;

const events = (number: number): string => count(number, 'acontecimiento', 'acontecimientos');

/** Days and decades have an article: “el 12 de junio de 2018”, “junio de 2018”, “la década de 2010”. */
const withArticle = (date: string): string => {
  if (/^\d+ de /.test(date)) return `el ${date}`;
  return date.startsWith('década') ? `la ${date}` : date;
};

export const SPANISH: Words = {
  language: 'es',
  dates: {
    approximate: (date) => `${date} (aprox.)`,
    uncertain: (date) => `${date} (fecha incierta)`,
    since: (date) => `desde ${withArticle(date)}`,
    until: (date) => `hasta ${withArticle(date)}`,
    to: ' – ',
    decade: (year) => `década de ${year}`,
  },
  direction: 'ltr',
  comma: ', ',
  colon: ': ',
  stop: '. ',
  between: ', ',
  largeFirst: false,
  eventOf: (number, total) => `Acontecimiento ${number} de ${total}`,
  afterEvent: (number, total) =>
    number > 0
      ? `Después del acontecimiento ${number} de ${total}`
      : `Antes del primer acontecimiento de ${total}`,
  events,
  soFar: (number) => `${number} hasta ahora`,
  mapOf: (title) => `Mapa: ${title}`,
  player: 'Reproductor',
  play: 'Reproducir',
  pause: 'Pausar',
  replay: 'Repetir',
  previous: 'Acontecimiento anterior',
  next: 'Acontecimiento siguiente',
  speed: 'Velocidad',
  date: 'Fecha',
  atTime: (date, time) => `${date}, ${time}, hora local`,
  now: 'Ahora',
  allEvents: 'Cronología',
  meanwhile: 'Mientras tanto',
  planned: 'Anunciado',
  nothingNow: {
    day: 'No consta nada de ese día.',
    month: 'No consta nada de ese mes.',
    year: 'No consta nada de ese año.',
    decade: 'No consta nada de esa década.',
  },
  lastBefore: 'Antes',
  nextUp: 'Después',
  clearSelection: 'Cerrar',
  chosen: (name, number) => `Lugar seleccionado: ${name}, ${events(number)} en la lista`,
  noEvents: 'Ningún acontecimiento de esta historia ocurrió aquí.',
  eventsSoFar: (number) => `${events(number)} hasta ahora`,
  placeOpen: 'Lugar por anunciar',
  people: 'Personas',
  commitments: 'Qué se promete y en qué ha quedado',
  boundHere: 'Promesas sobre este lugar y en qué han quedado',
  eventsHere: 'Qué ocurrió aquí',
  since: (date) => `desde ${withArticle(date)}`,
  says: (source) => `Según ${source}: `,
  record: 'Los hechos documentados difieren: ',
  sources: (number) => count(number, 'fuente', 'fuentes'),
  legend: 'Leyenda del mapa',
  legendPips: 'Junto a un lugar: lo que se prometió sobre él',
  legendNotes: {
    seats: 'un asiento por invitado',
    seatsAtMost: (number) => `un asiento por invitado, ${number} como máximo`,
    bonds: 'una línea a cada lugar al que afecta',
    change: 'cambia el propio lugar',
    begins: 'su comienzo',
    hollow: {
      planned: 'Hueco o discontinuo: en proyecto',
      reported: 'Hueco o discontinuo: sin confirmar',
      both: 'Hueco o discontinuo: en proyecto o sin confirmar',
    },
    framed: {
      now: 'Un recuadro en torno a un nombre: ahora ocurre algo allí.',
      bound: 'Un recuadro en torno a un nombre: ahora ocurre algo allí o que afecta al lugar.',
    },
    traces: {
      travel: 'Una línea fina es un viaje anterior. Los más antiguos son más tenues.',
      letter: 'Una línea fina es una carta anterior. Las más antiguas son más tenues.',
      both: 'Una línea fina es un viaje o una carta anterior. Los más antiguos son más tenues.',
    },
    curves: {
      travel: 'Una curva muestra quién viaja adónde, no la ruta.',
      letter: 'Una curva de puntos muestra quién escribe a quién.',
    },
    zones: {
      band: 'Una franja rayada puede dibujarse más ancha de lo que es, para que se vea.',
      area: 'Una zona rayada tiene su forma real.',
    },
  },
  topics: 'Temas',
  kinds: {
    journey: 'Viaje',
    visit: 'Visita',
    meeting: 'Reunión',
    agreement: 'Acuerdo',
    letter: 'Carta',
    statement: 'Declaración',
    ceremony: 'Ceremonia',
    test: 'Ensayo',
    demolition: 'Demolición',
    measure: 'Medida',
    release: 'Liberación',
    report: 'Información',
    state: 'Situación',
    event: 'Acontecimiento',
  },
  statuses: {
    happened: (kind) => kind,
    planned: (kind) => `${kind} (en proyecto)`,
    reported: (kind) => `${kind} (sin confirmar)`,
  },
  states: {
    promised: 'Prometido',
    begun: 'Iniciado',
    done: 'Cumplido',
    stalled: 'Estancado',
    broken: 'Incumplido',
  },
  verbs: {
    follows: 'Sigue a',
    'led-to': 'Resulta de',
    answers: 'Responde a',
    'carries-out': 'Pone en práctica',
    cancels: 'Cancela',
    supersedes: 'Sustituye a',
  },
  keys: {
    toggle: 'Reproducir o pausar',
    'back-far': 'Diez pasos atrás',
    'forward-far': 'Diez pasos adelante',
    back: 'Un paso atrás',
    forward: 'Un paso adelante',
    previous: 'Acontecimiento anterior',
    next: 'Acontecimiento siguiente',
    jump: 'Ir del 0 al 90\u00a0% de la historia',
    start: 'Al principio',
    end: 'Al final',
    slower: 'Más despacio',
    faster: 'Más deprisa',
    fullscreen: 'Pantalla completa',
    help: 'Esta lista de teclas',
    release: 'Deseleccionar el lugar o pausar',
  },
  space: 'Espacio',
  share: 'Compartir',
  shareDialog: {
    link: 'Enlace',
    start: 'Comienzo',
    beginning: 'Desde el principio',
    embed: 'En otra página',
    iframe: 'Sin script: un marco de altura fija',
    script: 'Con un script: la altura adecuada a cada anchura',
    theme: 'Colores',
    themes: { light: 'Claro', dark: 'Oscuro', auto: 'Automático' },
    height: 'Altura en píxeles',
    automatic: 'automática',
    preview: 'Vista previa',
    copy: 'Copiar',
    copied: 'Copiado.',
    selected: 'El texto está seleccionado. Cópielo con Ctrl+C o ⌘C.',
  },
  help: 'Teclado',
  close: 'Cerrar',
  ground: 'Mapa: Natural Earth, dominio público.',
  skipMap: 'Saltar el mapa',
  languages: 'Idioma',
  onlyIn: (name) => `Este texto solo está disponible en ${name}.`,
  toldIn: (name) => `El texto está en ${name}; los botones y las fechas, en español.`,
  noScript:
    'Sin JavaScript, el mapa muestra solo el comienzo. A continuación, la historia completa en texto.',
  unready:
    'No se han podido cargar los controles del mapa. Vuelva a cargar la página para intentarlo de nuevo. La historia completa puede leerse aquí.',
  momentNotShown: 'La dirección pide otro momento. El mapa muestra el comienzo.',
  lostFile:
    'No se ha podido cargar una parte de la página. Compruebe la conexión e inténtelo de nuevo.',
  accessibility: 'Accesibilidad',
  wholePage: 'Página completa',
  linkBlocked:
    'La página que contiene este mapa no le permite abrir enlaces. Copie en su lugar la dirección:',
  map: {
    controls: 'Mover y ampliar el mapa',
    move: {
      left: 'Mover a la izquierda',
      up: 'Mover hacia arriba',
      down: 'Mover hacia abajo',
      right: 'Mover a la derecha',
    },
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    home: 'Mapa completo',
    closest: 'Más cerca, el mapa ya no es preciso.',
    still:
      'Este navegador no puede dibujar el mapa móvil. Se muestra el mapa fijo. Todo lo demás funciona.',
    unreachable:
      'No se ha podido cargar el mapa móvil. Se muestra el mapa fijo. Todo lo demás funciona.',
    seas: {
      pacific: 'Océano Pacífico',
      atlantic: 'Océano Atlántico',
      indian: 'Océano Índico',
      arctic: 'Océano Ártico',
      yellow: 'Mar Amarillo',
      east: 'Mar del Este\nMar del Japón',
      bering: 'Mar de Bering',
      mediterranean: 'Mar Mediterráneo',
      caribbean: 'Mar Caribe',
      north: 'Mar del Norte',
    },
    gestures: {
      'Map.Title': 'Mueva el mapa con las flechas, acérquelo y aléjelo con más y menos',
      'CooperativeGesturesHandler.WindowsHelpText':
        'Mantenga pulsada la tecla Ctrl y desplácese para ampliar el mapa',
      'CooperativeGesturesHandler.MacHelpText':
        'Mantenga pulsada la tecla ⌘ y desplácese para ampliar el mapa',
      'CooperativeGesturesHandler.MobileHelpText': 'Mueva el mapa con dos dedos',
    },
  },
};
