/** What the dialog that shares the page says. It comes with the dialog, so it is in no table of `words/`. */
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
  /** With its unit, and what an empty field means. */
  readonly height: string;
  readonly automatic: string;
  readonly preview: string;
  readonly copy: string;
  readonly copied: string;
  /** Said where the browser does not let the page copy: the reader can, with the keys that are named. */
  readonly selected: string;
}

const ENGLISH: ShareWords = {
  link: 'Link',
  start: 'Start',
  beginning: 'At the beginning',
  embed: 'In your own page',
  iframe: 'Without a script: one frame of fixed height',
  script: 'With a script: the right height at every width',
  theme: 'Colours',
  themes: { light: 'Light', dark: 'Dark', auto: 'Automatic' },
  height: 'Height in pixels',
  automatic: 'automatic',
  preview: 'Preview',
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'The text is selected. Copy it with Ctrl+C or ⌘C.',
};

const KOREAN: ShareWords = {
  link: '링크',
  start: '시작',
  beginning: '처음부터',
  embed: '다른 페이지에 넣기',
  iframe: '스크립트 없이: 높이가 고정된 프레임',
  script: '스크립트로: 너비에 맞는 높이',
  theme: '색상',
  themes: { light: '밝게', dark: '어둡게', auto: '자동' },
  height: '높이(픽셀)',
  automatic: '자동',
  preview: '미리 보기',
  copy: '복사',
  copied: '복사했습니다.',
  selected: '텍스트를 선택했습니다. Ctrl+C 또는 ⌘C로 복사하세요.',
};

const CHINESE: ShareWords = {
  link: '链接',
  start: '起点',
  beginning: '从头开始',
  embed: '嵌入其他网页',
  iframe: '不用脚本：高度固定的框架',
  script: '使用脚本：高度随宽度变化',
  theme: '配色',
  themes: { light: '浅色', dark: '深色', auto: '自动' },
  height: '高度（像素）',
  automatic: '自动',
  preview: '预览',
  copy: '复制',
  copied: '已复制。',
  selected: '文字已选中，请按Ctrl+C或⌘C复制。',
};

const ARABIC: ShareWords = {
  link: 'الرابط',
  start: 'البدء',
  beginning: 'من البداية',
  embed: 'في صفحة أخرى',
  iframe: 'من دون سكربت: إطار ثابت الارتفاع',
  script: 'مع سكربت: ارتفاع يناسب كل عرض',
  theme: 'الألوان',
  themes: { light: 'فاتح', dark: 'داكن', auto: 'تلقائي' },
  height: 'الارتفاع بالبكسل',
  automatic: 'تلقائي',
  preview: 'معاينة',
  copy: 'نسخ',
  copied: 'تم النسخ.',
  selected: 'النص محدد. انسخه بالمفتاحين Ctrl+C أو ⌘C.',
};

const TABLES = new Map([
  ['ko', KOREAN],
  ['zh-Hans', CHINESE],
  ['ar', ARABIC],
]);

/** In the language of an interface, as its table names itself. */
export const shareWordsIn = (language: string): ShareWords => TABLES.get(language) ?? ENGLISH;
