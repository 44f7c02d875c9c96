/** What an event must say: in English, in Korean, in Chinese. */
export type Fact = readonly [event: string, en: RegExp, ko: RegExp, zh: RegExp];

/** Dates, numbers, signatures and words that the story once had wrong, kept here from the record and not from the story file. */
export const FACTS: readonly Fact[] = [
  // CSIS Missile Threat: the sixth nuclear test, on 3 September 2017, was the largest.
  [
    'un-speech-2017',
    /3 September .*sixth and largest/,
    /9월 3일 여섯 번째이자 최대/,
    /9月3日.*第六次/,
  ],
  // The North's own statement of 29 November 2017, as IBTimes and Yonhap give it.
  ['hwasong-15', /the whole mainland of the United States/, /미국 본토 전역/, /美国本土全境/],
  // AP, 4 May 2019; Reuters, 24 March 2022.
  [
    'no-tests',
    /in May 2019 .* short-range .* March 2022/,
    /2019년 5월 단거리, 2022년 3월/,
    /2019年5月.*短程.*2022年3月/,
  ],
  // The stadium is 89 km from the demarcation line; reports give 80.
  ['pyeongchang', /less than 100 km/, /100km가 채/, /不到100公里/],
  // Yonhap, Xinhua, 10 February 2018: a letter, and an invitation by word of mouth.
  ['kim-yo-jong', /invitation .* by word of mouth/, /구두로 요청/, /口头转达/],
  // Kim Il Sung was in the South during the war.
  ['panmunjom-1', /in the South since the Korean War/, /휴전 이후 처음/, /战后首位/],
  // KCNA, 8 May 2018.
  ['dalian', /at the guest house on Bangchuidao/, /방추이다오 영빈관이었다/, /地点为棒棰岛宾馆/],
  // AP, full text of the joint statement.
  ['singapore-statement', /short text, four points/, /짧은 문서에 네 개 항/, /篇幅不长，共四点/],
  ['singapore-statement', /security guarantees/, /안전보장/, /安全保证/],
  ['singapore-statement', /prisoners and missing/, /포로·실종자/, /战俘和失踪军人/],
  // Yonhap and Xinhua, 20 June 2018.
  ['beijing-2', /over tea at the Diaoyutai/, /국빈관에서 차를/, /钓鱼台国宾馆茶叙/],
  ['parade', /Xi’s special representative/, /시진핑 국가주석의 특별대표/, /习近平特别代表/],
  // Yonhap, 25 September 2018: the trade ministers sign, the presidents issue a joint statement.
  ['korus', /trade ministers sign/, /통상 책임자들이.*개정협정문에 서명/, /贸易代表签署/],
  ['korus', /presidents sign a joint statement/, /두 정상은.*공동성명에 서명/, /总统签署联合声明/],
  // Reuters, 24 September 2018.
  ['trump-moon-ny', /announced “pretty soon”/, /“곧” 발표/, /“很快”宣布/],
  [
    'trump-moon-ny',
    /“I think he wants to see something happen”/,
    /바라는 것 같다”/,
    /希望有所成就”/,
  ],
  // KBS, 29 November 2018: 1,200 km inspected, 2,600 km travelled, six cars that are not all coaches.
  ['rail-survey', /inspect some 1,200 km/, /1200km를 조사/, /勘察约1200公里/],
  ['rail-survey', /runs 2,600 km/, /모두 2600km/, /总行程2600公里/],
  ['rail-survey', /Six railway carriages/, /차량 6량/, /六节车厢/],
  // Yonhap, 26 December 2018: the North sent a vice-minister.
  ['groundbreaking', /Officials of both sides/, /남북 당국자들/, /双方官员/],
  // CBS, CNN, 18 January 2019.
  [
    'second-summit-announced',
    /“near the end of February”.*“The President looks forward to meeting with Chairman Kim at a place to be announced at a later date\.”/,
    /“2월 말께”.*“대통령은 추후 발표될 장소에서/,
    /“临近2月底时”.*“总统期待在稍后公布的地点/,
  ],
  // UN Command, 27 July 2018: the flight was from Wonsan to Osan.
  [
    'singapore-statement',
    /55 cases at Wonsan.*Osan/,
    /원산에서 유해 55상자.*오산/,
    /元山移交55箱.*乌山/,
  ],
  // KBS, 30 October 2018: the agreement holds at sea too.
  [
    'cma',
    /guns on the coast and on ships are covered/,
    /해안포와 함포에 덮개/,
    /海岸炮和舰炮加装炮衣/,
  ],
  ['article-001', /bears no date .*inferred/, /날짜도 장소도 없다/, /二者均为推断/],
  // Transcript of the State of the Union address, 5 February 2019.
  ['sotu', /“in my opinion”, be in a major war/, /“내 생각에는”.*큰 전쟁/, /“在我看来”.*大战/],
  // What became of it later. Reuters, 22 November 2023; Korea Herald, 27 November and 19 December 2023.
  [
    'cma',
    /November 2023 the North left.*rebuilt its posts/,
    /2023년 11월.*초소를 복원/,
    /2023年11月.*重建哨所/,
  ],
  ['cma', /pistols again; in December/, /권총을 찼고, 12월/, /重新佩枪；12月/],
  // Anadolu and Yonhap, 6 August 2025.
  ['panmunjom-1', /June 2024 to June 2025/, /2024년 6월.*2025년 6월/, /2024年6月.*2025年6月/],
  // KBS, 15 October 2024.
  [
    'panmunjom-1',
    /October 2024 .*blew up the roads/,
    /2024년 10월.*도로를 폭파/,
    /2024年10月.*炸毁.*公路/,
  ],
  // KBS, 11 October 2020.
  ['jo-reported', /July 2019.*October 2020/, /2019년 7월.*2020년 10월/, /2019年7月.*2020年10月/],
];

/** What the story once said, and the record does not. */
export const WITHDRAWN: readonly (readonly [event: string, words: RegExp])[] = [
  ['pyeongchang', /\b80 km/],
  ['kim-yo-jong', /letter that asks him to Pyongyang/],
  ['beijing-2', /not confirmed/],
  ['dalian', /not confirmed/],
  ['singapore-statement', /one page/i],
  ['second-summit-announced', /says only/],
  ['groundbreaking', /ministers unveil/i],
];
