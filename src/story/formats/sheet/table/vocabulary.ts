import type { LinkVerb } from '../../../story.ts';
import { fold } from '../values/fold.ts';

/** Words in lists, by what they mean. Case, accents, spaces and punctuation do not count. */
type Words = Readonly<Record<string, string>>;

function indexOf(words: Words): ReadonlyMap<string, string> {
  const entries = Object.entries(words).flatMap(([meaning, list]) =>
    [meaning, ...list.split(/[\s,]*,\s*/)].map((word) => [fold(word), meaning] as const),
  );
  return new Map(entries.filter(([word]) => word !== ''));
}

/** Names of sheets: English, German, French, Spanish, Korean, Chinese, Japanese. */
export const SHEETS = indexOf({
  events:
    'event, timeline, ereignisse, evenements, chronologie, eventos, cronologia, 사건, 사건들, 연표, 事件, 大事记, 年表, 出来事, イベント',
  people: 'persons, person, personen, menschen, personnes, personas, 인물, 사람, 人物, 人',
  places: 'place, locations, orte, ort, lieux, lugares, 장소, 地点, 地點, 場所',
  sources: 'source, quellen, fuentes, references, 출처, 来源, 來源, 出典',
  commitments: 'commitment, promises, zusagen, engagements, compromisos, 약속, 承诺, 承諾, 約束',
  claims:
    'claim, statements, aussagen, behauptungen, affirmations, afirmaciones, 주장, 주장들, 说法, 說法, 主張',
  story: 'meta, about, geschichte, histoire, historia, 이야기, 故事, ストーリー',
  readme: 'read me, help, lies mich, liesmich, lisez-moi, leeme, notes, 읽어보기, 说明, 說明, 説明',
});

/** Headings of the sheet of events. The order of the fields, here and below, is that of the columns in an exported file. */
const EVENTS = {
  id: 'identifier, kennung, identifiant, identificador',
  date: 'start, start year, start date, date start, begin, begin date, beginning, when, datum, beginn, startdatum, wann, debut, date de debut, fecha, inicio, fecha de inicio, fecha inicio, cuando, year, jahr, annee, año, 날짜, 일자, 시작, 시작일, 언제, 연도, 日期, 开始, 開始, 开始日期, 開始日期, 日付, 開始日, 年月日',
  end: 'end year, end date, date end, until, enddatum, ende, bis, fin, date de fin, fecha de fin, fecha fin, hasta, 끝, 종료, 종료일, 结束, 結束, 结束日期, 結束日期, 終了, 終了日',
  month: 'start month, monat, mois, mes, 월, 月',
  day: 'start day, jour, dia, 일, 日',
  'end month': 'endmonat',
  'end day': 'endtag',
  time: 'start time, uhrzeit, zeit, heure, hora, 시각, 시간, 时间, 時間, 時刻',
  title:
    'headline, name, event, heading, titel, uberschrift, ereignis, titre, evenement, titulo, titular, evento, 제목, 사건, 标题, 標題, 题目, 事件, タイトル, 見出し, 題名, 出来事',
  text: 'description, details, body, summary, beschreibung, inhalt, texte, contenu, texto, descripcion, 내용, 설명, 본문, 描述, 说明, 說明, 正文, 内容, 內容, 説明, 本文',
  place:
    'location, place name, city, where, ort, stadt, wo, lieu, ville, lugar, ciudad, donde, ubicacion, 장소, 위치, 지명, 도시, 地点, 地點, 位置, 場所, 都市',
  latitude: 'lat, breite, breitengrad, latitud, geo lat, 위도, 纬度, 緯度',
  longitude:
    'lng, lon, long, laenge, länge, langengrad, längengrad, longitud, geo lng, geo lon, 경도, 经度, 經度, 経度',
  coordinates:
    'coords, coordinate, lat lng, lat lon, lat long, latitude longitude, gps, koordinaten, coordonnees, coordenadas, 좌표, 坐标, 座標',
  zone: 'time zone, zeitzone, fuseau horaire, zona horaria, 시간대, 时区, 時區',
  kind: 'type, category, art, typ, kategorie, categorie, tipo, categoria, 종류, 유형, 분류, 类型, 類型, 类别, 種類',
  status: 'zustand, statut, estado, 상태, 状态, 狀態, 状態',
  people:
    'person, persons, who, participants, actors, personen, beteiligte, wer, personnes, participants, qui, personas, quien, participantes, 인물, 사람, 참가자, 人物, 参与者, 參與者, 参加者',
  sender: 'from person, absender, expediteur, remitente, 보낸 사람, 寄件人, 差出人',
  recipient: 'to person, addressee, empfänger, destinataire, destinatario, 받는 사람, 收件人, 宛先',
  tags: 'tag, keywords, keyword, topics, topic, themes, schlagworte, schlagwörter, stichworte, thema, themen, mots cles, etiquettes, etiquetas, temas, 태그, 주제, 标签, 標籤, タグ',
  source:
    'sources, quelle, quellen, fuente, fuentes, reference, references, 출처, 来源, 來源, 出典',
  link: 'links, url, urls, website, web, href, source url, source link, lien, liens, adresse, enlace, enlaces, 링크, 주소, 链接, 鏈接, 連結, 网址, 網址, リンク',
  image:
    'images, photo, photos, picture, image url, media, bild, bilder, foto, fotos, imagen, imagenes, 사진, 이미지, 图片, 圖片, 照片, 画像, 写真',
  video: 'videos, video url, vidéo, 영상, 동영상, 视频, 影片, 動画',
  audio: 'sound, audio url, ton, son, sonido, 오디오, 소리, 音频, 音訊, 音声',
  alt: 'alt text, alternative text, image alt, alternativtext, texte alternatif, texto alternativo, 대체 텍스트, 替代文字, 代替テキスト',
  caption:
    'image caption, media caption, bildunterschrift, bildtext, legende, pie de foto, leyenda, 사진 설명, 图片说明, キャプション',
  credit:
    'credits, copyright, photographer, media credit, urheber, fotograf, bildnachweis, crédit, crédito, 저작권, 크레딧, 版权, 版權, クレジット',
  about:
    'concerns, affects, about place, about places, betrifft, concerne, sobre, se refiere a, 관련 장소, 관련 지역, 涉及, 涉及地点, 関係地',
  follows:
    'after, follow, follows from, follows event, earlier event, folgt auf, suit, fait suite à, sigue a, 앞선 사건, 뒤따른 사건, 先前事件, 前の出来事',
  'comes out of':
    'result of, outcome of, arises from, caused by, ergibt sich aus, folge von, résulte de, issu de, resulta de, resultado de, 원인, 결과의 원인, 起因, 源于, 源於, 原因',
  answers:
    'reply to, response to, answer to, antwortet auf, antwort auf, répond à, réponse à, responde a, respuesta a, 답장 대상, 회신 대상, 回应, 回應, 返答先',
  'carries out':
    'implements, fulfils, fulfills, setzt um, führt aus, met en œuvre, exécute, lleva a cabo, cumple, 이행 대상, 执行, 執行, 実行',
  cancels: 'calls off, sagt ab, annule, cancela, 취소 대상, 취소, 取消, 中止',
  supersedes:
    'replaces, takes the place of, ersetzt, tritt an die stelle von, remplace, reemplaza, sustituye a, 대체 대상, 대체, 取代, 替代, 置換',
} as const satisfies Words;

/** Headings that read the other way round: a row names the events that it comes out of, not those that come out of it. */
export const isOtherWayRound = (heading: string): boolean => OTHER_WAY_ROUND.has(fold(heading));
const OTHER_WAY_ROUND = new Set(
  ['led to', 'leads to', 'führt zu', 'führte zu', 'mène à', 'lleva a', 'condujo a'].map(fold),
);

/** The columns that name earlier events, by how an event follows from them. */
export const LINK_COLUMNS = {
  follows: 'follows',
  'led-to': 'comes out of',
  answers: 'answers',
  'carries-out': 'carries out',
  cancels: 'cancels',
  supersedes: 'supersedes',
} as const satisfies Readonly<Record<LinkVerb, keyof typeof EVENTS>>;

const PEOPLE = {
  id: 'identifier',
  name: 'person, full name, nom, nombre, 이름, 姓名, 名字, 名前, 氏名',
  initials: 'initialen, kürzel, initiales, iniciales, 머리글자, 缩写',
  role: 'function, position, title, rolle, funktion, amt, fonction, cargo, funcion, 직책, 역할, 职务, 職務, 役職',
  party:
    'side, group, organisation, organization, country, partei, seite, land, parti, pays, camp, partido, pais, bando, 소속, 정당, 国家, 國家, 所属',
  home: 'base, residence, city, sitz, wohnort, domicile, residencia, 거주지, 근거지, 所在地, 本拠地',
} as const satisfies Words;

const PLACES = {
  id: 'identifier',
  name: 'place, location, ort, nom, lieu, nombre, lugar, 이름, 장소, 地点, 地點, 名称, 場所, 名前',
  latitude: 'lat, breite, breitengrad, latitud, 위도, 纬度, 緯度',
  longitude: 'lng, lon, long, länge, laenge, längengrad, longitud, 경도, 经度, 經度, 経度',
  coordinates:
    'coords, lat lng, lat lon, gps, koordinaten, coordonnees, coordenadas, 좌표, 坐标, 座標',
  zone: 'time zone, zeitzone, fuseau horaire, zona horaria, 시간대, 时区, 時區',
  kind: 'type, art, typ, tipo, 종류, 类型, 種類',
  precision: 'accuracy, radius, metres, meters, genauigkeit, precisión, 정확도, 精度',
  within: 'in, part of, teil von, liegt in, dans, dentro de, 상위 장소, 属于',
  main: 'important, hauptort, wichtig, principal, 주요, 主要',
} as const satisfies Words;

const SOURCES = {
  id: 'identifier',
  title: 'name, titel, titre, titulo, 제목, 标题, 標題, タイトル',
  publisher:
    'medium, outlet, herausgeber, verlag, editeur, editorial, 발행처, 매체, 出版者, 发布者, 発行者',
  author: 'autor, autorin, auteur, 저자, 作者, 著者',
  date: 'published, datum, fecha, 날짜, 日期, 日付',
  url: 'link, web, website, href, adresse, lien, enlace, 링크, 链接, 連結, リンク',
} as const satisfies Words;

const COMMITMENTS = {
  id: 'identifier',
  event: 'agreement, ereignis, abkommen, accord, acuerdo, 사건, 합의, 事件, 协议, 合意',
  text: 'commitment, promise, zusage, description, engagement, compromiso, 내용, 약속, 内容, 承诺, 約束',
  by: 'party, parties, who, von, partei, par, por, 주체, 甲方',
  binds: 'place, about, ort, lieu, lugar, 장소, 地点, 場所',
  date: 'when, since, datum, fecha, 날짜, 日期, 日付',
  state: 'status, stand, etat, estado, 상태, 状态, 状態',
  'brought by':
    'brought about by, changed by, changing event, reason, grund, durch, raison, motivo, 계기, 계기 사건, 变化原因, 契機',
  note: 'notes, comment, anmerkung, remarque, nota, 비고, 备注, 備考',
} as const satisfies Words;

const CLAIMS = {
  event: 'about, ereignis, evenement, evento, 사건, 事件, 出来事',
  source: 'sources, quelle, source title, fuente, 출처, 来源, 來源, 出典',
  says: 'claim, text, statement, quote, aussage, sagt, dit, affirmation, dice, afirmacion, 주장, 진술, 说法, 說法, 主張',
  differs:
    'difference, but, in fact, record, abweichung, weicht ab, différence, diffère, diferencia, difiere, 차이, 다른 점, 差异, 差異, 相違',
} as const satisfies Words;

const STORY = {
  id: 'identifier',
  title: 'name, titel, titre, titulo, 제목, 标题, 標題, タイトル',
  summary: 'description, intro, text, zusammenfassung, resume, resumen, 요약, 摘要, 概要',
  language: 'lang, sprache, langue, idioma, 언어, 语言, 語言, 言語',
  zone: 'time zone, zeitzone, fuseau horaire, zona horaria, 시간대, 时区, 時區',
  credits: 'credit, nachweis, 출처 표기',
  publisher: 'herausgeber, editeur, editor, 발행처',
  published: 'date, veröffentlicht, publie, publicado, 발행일',
  modified: 'changed, updated, geändert, modifie, modificado, 수정일',
} as const satisfies Words;

const WORDS = {
  events: EVENTS,
  people: PEOPLE,
  places: PLACES,
  sources: SOURCES,
  commitments: COMMITMENTS,
  claims: CLAIMS,
  story: STORY,
} as const;
export type SheetKind = keyof typeof WORDS;
export type Field<Kind extends SheetKind> = keyof (typeof WORDS)[Kind];

/** The fields of a sheet, in the order of its columns. They are the headings in English. */
export const fieldsOf = <Kind extends SheetKind>(kind: Kind): readonly Field<Kind>[] =>
  Object.keys(WORDS[kind]) as Field<Kind>[];

/** What the headings of each sheet mean. */
export const HEADINGS = Object.fromEntries(
  Object.entries(WORDS).map(([kind, words]) => [kind, indexOf(words)]),
) as Readonly<Record<SheetKind, ReadonlyMap<string, string>>>;

/** What a sheet cannot do without. */
export const REQUIRED: Readonly<Record<Exclude<SheetKind, 'story'>, readonly string[]>> = {
  events: ['date', 'title'],
  people: ['name'],
  places: ['name'],
  sources: ['title'],
  commitments: ['event', 'text'],
  claims: ['event', 'source', 'says'],
};

/** Kinds of events in other words. */
export const KINDS = indexOf({
  event: 'other, ereignis, evenement, evento, 사건, 事件, 出来事',
  journey: 'trip, reise, voyage, viaje, 여행, 旅行, 移動',
  visit: 'besuch, visite, visita, 방문, 访问, 訪問',
  meeting:
    'summit, talks, treffen, gipfel, gespräch, reunion, rencontre, sommet, cumbre, encuentro, 회담, 회의, 만남, 会议, 會議, 会谈, 会議, 会談',
  agreement:
    'treaty, deal, vertrag, abkommen, accord, traite, acuerdo, tratado, 합의, 조약, 协议, 協議, 条约, 合意, 条約',
  letter: 'message, brief, lettre, carta, 편지, 서한, 信, 信件, 手紙, 書簡',
  statement:
    'speech, declaration, rede, erklärung, discours, discurso, declaracion, 성명, 연설, 발언, 声明, 聲明, 讲话, 演説',
  ceremony: 'zeremonie, feier, ceremonie, ceremonia, 행사, 기념식, 仪式, 儀式, 式典',
  test: 'nuclear test, missile test, versuch, essai, prueba, 실험, 시험, 试验, 試驗, 実験',
  demolition: 'abriss, sprengung, demolición, 철거, 폭파, 拆除, 爆破',
  measure: 'maßnahme, mesure, medida, 조치, 措施, 措置',
  release: 'freilassung, liberation, liberacion, 석방, 释放, 釋放, 解放',
  report: 'bericht, meldung, rapport, informe, noticia, 보고, 보도, 报道, 報導, 報告, 報道',
  state: 'period, situation, zeitraum, zustand, etat, estado, 상태, 状态, 狀態, 状態',
});

export const STATUSES = indexOf({
  happened: 'done, past, confirmed, geschehen, passé, ocurrido, 발생, 已发生, 発生',
  planned:
    'plan, future, upcoming, geplant, prévu, previsto, planeado, 예정, 계획, 计划, 計劃, 予定',
  reported:
    'unconfirmed, rumoured, gemeldet, unbestätigt, rapporte, no confirmado, 보도, 미확인, 据报道, 未确认, 未確認',
});

export const COMMITMENT_WORDS = indexOf({
  promised: 'open, versprochen, promis, prometido, 약속, 承诺',
  begun: 'started, in progress, begonnen, commencé, comenzado, 시작, 开始, 開始',
  done: 'kept, fulfilled, erfüllt, tenu, cumplido, 이행, 완료, 完成',
  stalled: 'paused, stockend, suspendu, estancado, 중단, 停滞',
  broken: 'violated, gebrochen, rompu, roto, 파기, 违反, 破棄',
});

export const PLACE_KINDS = indexOf({
  city: 'town, capital, stadt, hauptstadt, ville, ciudad, 도시, 城市, 都市',
  site: 'building, location, place, ort, gebäude, lieu, lugar, 장소, 시설, 地点, 場所',
  zone: 'area, region, gebiet, region, área, 지역, 구역, 区域, 地域',
});

const TRUTHS = new Set(
  ['true', 'yes', 'x', '1', 'ja', 'oui', 'si', 'sí', '예', '是', 'はい', '✓'].map(fold),
);

/** Whether a word says yes. `✓` and `x` do too. */
export const isYes = (word: string): boolean =>
  word.trim() === '✓' || (fold(word) !== '' && TRUTHS.has(fold(word)));
