/** What a page says while it loads a story at run time. The faults of a story file are told in English. */
export interface RuntimeWords {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly loading: string;
  /** Headings, and what to do. */
  readonly lost: string;
  readonly lostAdvice: string;
  readonly faulty: string;
  readonly faultyAdvice: string;
  readonly refused: string;
  /** The allowed origins follow. */
  readonly refusedAdvice: string;
  /** `count`: a number, or a number and a plus sign. */
  readonly more: (count: string) => string;
  readonly retry: string;
}

/** One file for all languages: it is loaded only by a page whose address names a story. */
export const RUNTIME_WORDS: readonly [RuntimeWords, ...RuntimeWords[]] = [
  {
    language: 'en',
    direction: 'ltr',
    loading: 'Loading the story …',
    lost: 'The story could not be loaded.',
    lostAdvice:
      'Check the connection and try again. If that does not help, tell whoever gave you the address.',
    faulty: 'The story cannot be shown, because its file has faults.',
    faultyAdvice: 'Tell whoever gave you the address. When the file is corrected, try again.',
    refused: 'This page may not load the story that its address names.',
    refusedAdvice: 'Stories may come from here:',
    more: (count) => `and ${count} more`,
    retry: 'Try again',
  },
  {
    language: 'ko',
    direction: 'ltr',
    loading: '이야기를 불러오는 중 …',
    lost: '이야기를 불러오지 못했습니다.',
    lostAdvice:
      '네트워크 연결을 확인하고 다시 시도하세요. 그래도 안 되면 이 주소를 알려 준 사람에게 문의하세요.',
    faulty: '이야기 파일에 오류가 있어 표시할 수 없습니다.',
    faultyAdvice: '이 주소를 알려 준 사람에게 알리세요. 파일이 수정되면 다시 시도하세요.',
    refused: '이 페이지에서는 주소에 지정된 이야기를 불러올 수 없습니다.',
    refusedAdvice: '다음 출처의 이야기만 불러올 수 있습니다.',
    more: (count) => `외 ${count}건`,
    retry: '다시 시도',
  },
  {
    language: 'ja',
    direction: 'ltr',
    loading: '物語を読み込んでいます…',
    lost: '物語を読み込めませんでした。',
    lostAdvice:
      '接続を確認して、もう一度お試しください。それでも読み込めない場合は、このアドレスの提供元にお知らせください。',
    faulty: '物語のファイルに誤りがあるため、表示できません。',
    faultyAdvice:
      'このアドレスの提供元にお知らせください。ファイルが修正されたら、もう一度お試しください。',
    refused: 'アドレスで指定された物語は、このページでは読み込めません。',
    refusedAdvice: '読み込めるのは、次の場所にある物語だけです。',
    more: (count) => `ほか${count}件`,
    retry: 'もう一度試す',
  },
  {
    language: 'zh-Hans',
    direction: 'ltr',
    loading: '正在加载内容……',
    lost: '内容未能加载。',
    lostAdvice: '请检查网络连接，然后重试。如果仍然不行，请告知提供网址的人。',
    faulty: '内容文件有错误，无法显示。',
    faultyAdvice: '请告知提供网址的人。文件更正后，请重试。',
    refused: '本页面不可加载网址所指定的内容。',
    refusedAdvice: '内容只能来自：',
    more: (count) => `另有${count}处`,
    retry: '重试',
  },
  {
    language: 'ar',
    direction: 'rtl',
    loading: 'جارٍ تحميل القصة…',
    lost: 'تعذّر تحميل القصة.',
    lostAdvice: 'تحقّق من الاتصال ثم حاول مرة أخرى. إن لم ينفع ذلك فأبلغ من أعطاك الرابط.',
    faulty: 'لا يمكن عرض القصة لأن في ملفها أخطاء.',
    faultyAdvice: 'أبلغ من أعطاك الرابط. حاول مرة أخرى بعد تصحيح الملف.',
    refused: 'لا يُسمح لهذه الصفحة بتحميل القصة التي يذكرها رابطها.',
    refusedAdvice: 'يُسمح بالقصص من هذه المصادر فقط:',
    more: (count) => `وأيضًا: ${count}`,
    retry: 'حاول مرة أخرى',
  },
  {
    language: 'fr',
    direction: 'ltr',
    loading: 'Chargement du récit…',
    lost: 'Le récit n’a pas pu être chargé.',
    lostAdvice:
      'Vérifiez la connexion, puis réessayez. Si cela ne suffit pas, prévenez la personne qui vous a donné l’adresse.',
    faulty: 'Le récit ne peut pas être affiché, car son fichier contient des erreurs.',
    faultyAdvice:
      'Prévenez la personne qui vous a donné l’adresse. Une fois le fichier corrigé, réessayez.',
    refused: 'Cette page n’est pas autorisée à charger le récit que son adresse nomme.',
    refusedAdvice: 'Les récits peuvent venir d’ici :',
    more: (count) => `et ${count} de plus`,
    retry: 'Réessayer',
  },
  {
    language: 'de',
    direction: 'ltr',
    loading: 'Die Geschichte wird geladen …',
    lost: 'Die Geschichte konnte nicht geladen werden.',
    lostAdvice:
      'Prüfen Sie die Verbindung und versuchen Sie es noch einmal. Wenn das nicht hilft, wenden Sie sich an die Person, von der Sie die Adresse haben.',
    faulty: 'Die Geschichte kann nicht gezeigt werden, weil ihre Datei Fehler hat.',
    faultyAdvice:
      'Wenden Sie sich an die Person, von der Sie die Adresse haben. Wenn die Datei berichtigt ist, versuchen Sie es noch einmal.',
    refused: 'Diese Seite darf die Geschichte nicht laden, die ihre Adresse nennt.',
    refusedAdvice: 'Geschichten dürfen von hier kommen:',
    more: (count) => `und ${count} weitere`,
    retry: 'Noch einmal versuchen',
  },
  {
    language: 'es',
    direction: 'ltr',
    loading: 'Cargando la historia…',
    lost: 'No se ha podido cargar la historia.',
    lostAdvice:
      'Compruebe la conexión e inténtelo de nuevo. Si no sirve, avise a quien le dio la dirección.',
    faulty: 'La historia no se puede mostrar porque su archivo contiene errores.',
    faultyAdvice:
      'Avise a quien le dio la dirección. Cuando el archivo esté corregido, inténtelo de nuevo.',
    refused: 'Esta página no puede cargar la historia que indica su dirección.',
    refusedAdvice: 'Las historias pueden venir de aquí:',
    more: (count) => `y ${count} más`,
    retry: 'Intentarlo de nuevo',
  },
];
