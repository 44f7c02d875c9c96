import type { Words } from './words.ts';

const plural = new Intl.PluralRules('ar');

/** A number with its noun: none, one and two are words of their own, and the noun changes after that. */
type Forms = Readonly<Record<Intl.LDMLPluralRule, string>>;

/** `#` stands for the number. */
const count = (number: number, forms: Forms): string =>
  forms[plural.select(number)].replace('#', String(number));

const EVENTS: Forms = {
  zero: 'لا أحداث',
  one: 'حدث واحد',
  two: 'حدثان',
  few: '# أحداث',
  many: '# حدثًا',
  other: '# حدث',
};

const SOURCES: Forms = {
  zero: 'لا مصادر',
  one: 'مصدر واحد',
  two: 'مصدران',
  few: '# مصادر',
  many: '# مصدرًا',
  other: '# مصدر',
};

/** A name of any script, set apart so that its signs and numbers keep their own direction. */
const isolate = (name: string): string => `\u2068${name}\u2069`;

export const ARABIC: Words = {
  language: 'ar',
  direction: 'rtl',
  comma: '، ',
  colon: ': ',
  stop: '. ',
  between: '، ',
  largeFirst: false,
  eventOf: (number, total) => `الحدث ${number} من أصل ${total}`,
  afterEvent: (number, total) =>
    number > 0 ? `بعد الحدث ${number} من أصل ${total}` : `قبل الحدث الأول من أصل ${total}`,
  events: (number) => count(number, EVENTS),
  soFar: (number) => `حتى الآن: ${count(number, EVENTS)}`,
  mapOf: (title) => `خريطة: ${isolate(title)}`,
  player: 'أدوات التشغيل',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  replay: 'إعادة التشغيل',
  previous: 'الحدث السابق',
  next: 'الحدث التالي',
  speed: 'سرعة التشغيل',
  date: 'التاريخ',
  atTime: (date, time) => `${date}، الساعة ${time} بالتوقيت المحلي`,
  now: 'الآن',
  allEvents: 'جميع الأحداث',
  meanwhile: 'في هذه الأثناء',
  planned: 'مواعيد معلنة',
  nothingNow: {
    day: 'لم يُسجَّل شيء في هذا اليوم.',
    month: 'لم يُسجَّل شيء في هذا الشهر.',
    year: 'لم يُسجَّل شيء في هذه السنة.',
    decade: 'لم يُسجَّل شيء في هذا العقد.',
  },
  lastBefore: 'قبل ذلك',
  nextUp: 'بعد ذلك',
  clearSelection: 'إغلاق',
  chosen: (name, number) => `المكان المختار: ${isolate(name)}، والمعروض: ${count(number, EVENTS)}`,
  noEvents: 'لم يقع هنا أي حدث من أحداث هذه القصة.',
  placeOpen: 'لم يُعلن المكان بعد',
  people: 'الأشخاص',
  commitments: 'التعهدات وما آلت إليه',
  boundHere: 'التعهدات المتعلقة بهذا المكان وما آلت إليه',
  eventsHere: 'ما حدث هنا',
  since: (date) => `في ${date}`,
  says: (source) => `بحسب ${isolate(source)}: `,
  record: 'غير أن السجلات تختلف عن ذلك: ',
  sources: (number) => count(number, SOURCES),
  legend: 'مفتاح الخريطة',
  legendPips: 'بجانب اسم المكان: التعهدات المتعلقة به',
  legendNotes: [
    'الإطار الأحمر: مكان يقع فيه حدث الآن أو يسري عليه تعهد.',
    'الخط الرفيع: رحلة أو رسالة سابقة.',
    'الأقواس تبيّن من ذهب وإلى أين، لا الطريق الفعلي.',
  ],
  zoneIsWidened: 'رُسمت المنطقة أعرض مما هي عليه كي تُرى.',
  kinds: {
    journey: 'رحلة',
    visit: 'زيارة',
    meeting: 'لقاء',
    agreement: 'اتفاق',
    letter: 'رسالة',
    statement: 'تصريح',
    ceremony: 'مراسم',
    test: 'تجربة',
    demolition: 'هدم',
    measure: 'إجراء',
    release: 'إفراج',
    report: 'تقرير',
    state: 'وضع مستمر',
  },
  statuses: {
    happened: (kind) => kind,
    planned: (kind) => `${kind} (قيد التخطيط)`,
    reported: (kind) => `${kind} (وفق تقارير غير مؤكدة)`,
  },
  states: {
    promised: 'تعهّد',
    begun: 'بدأ التنفيذ',
    done: 'اكتمل التنفيذ',
    stalled: 'تعثّر التنفيذ',
    broken: 'نُقض التعهّد',
  },
  verbs: {
    follows: 'في أعقاب',
    'led-to': 'ناتج عن',
    answers: 'ردّ على',
    'carries-out': 'تنفيذ لما ورد في',
    cancels: 'إلغاء',
    supersedes: 'بديل عن',
  },
  figures: {
    table: 'لقاء أو زيارة: مقعد لكل ضيف',
    seal: 'اتفاق: خط إلى كل مكان يسري عليه',
    envelope: 'رسالة',
    pulse: 'تصريح أو تقرير',
    ring: 'تجربة أو هدم',
    pennant: 'مراسم أو إفراج',
    hatch: 'إجراء: المكان نفسه يتغيّر',
    span: 'بداية وضع مستمر',
    hollow: 'شكل مفرّغ أو خط متقطّع: قيد التخطيط أو غير مؤكد',
  },
  keys: {
    toggle: 'تشغيل أو إيقاف مؤقت',
    'back-far': 'عشر خطوات إلى الوراء',
    'forward-far': 'عشر خطوات إلى الأمام',
    back: 'خطوة إلى الوراء',
    forward: 'خطوة إلى الأمام',
    previous: 'الحدث السابق',
    next: 'الحدث التالي',
    jump: 'إلى العُشر المقابل من القصة',
    start: 'إلى البداية',
    end: 'إلى النهاية',
    slower: 'أبطأ',
    faster: 'أسرع',
    fullscreen: 'ملء الشاشة',
    help: 'قائمة الاختصارات هذه',
    release: 'إلغاء اختيار المكان، أو إيقاف مؤقت',
  },
  space: 'مفتاح المسافة',
  share: 'مشاركة',
  help: 'اختصارات لوحة المفاتيح',
  close: 'إغلاق',
  ground: 'الخريطة: Natural Earth، ملكية عامة.',
  skipMap: 'تخطّي الخريطة',
  languages: 'اللغة',
  onlyIn: (name) => `هذا النص متاح بلغة واحدة فقط: ${name}.`,
  noScript: 'من دون JavaScript تبقى الخريطة ثابتة عند لحظة البداية، وتليها القصة كاملةً نصًّا.',
  accessibility: 'إمكانية الوصول',
  map: {
    controls: 'تحريك الخريطة وتكبيرها وتصغيرها',
    move: {
      left: 'تحريك إلى اليسار',
      up: 'تحريك إلى الأعلى',
      down: 'تحريك إلى الأسفل',
      right: 'تحريك إلى اليمين',
    },
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    home: 'الخريطة كاملة',
    closest: 'هذا أقصى تكبير تبقى معه الخريطة دقيقة.',
    still: 'الخريطة هنا ثابتة لأن هذا المتصفح لا يستطيع رسم الخريطة المتحركة. وكل ما عدا ذلك يعمل.',
    gestures: {
      'Map.Title': 'حرّك الخريطة بمفاتيح الأسهم، وكبّرها وصغّرها بمفتاحي الزائد والناقص',
      'CooperativeGesturesHandler.WindowsHelpText':
        'اضغط Ctrl باستمرار مع التمرير لتكبير الخريطة وتصغيرها',
      'CooperativeGesturesHandler.MacHelpText':
        'اضغط ⌘ باستمرار مع التمرير لتكبير الخريطة وتصغيرها',
      'CooperativeGesturesHandler.MobileHelpText': 'حرّك الخريطة بإصبعين',
    },
  },
};
