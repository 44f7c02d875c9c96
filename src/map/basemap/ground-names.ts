import type { LngLat } from '../../story/story.ts';

/** The seas that have a name on the map. `ui/words/` has the names. */
export type SeaId =
  | 'pacific'
  | 'atlantic'
  | 'indian'
  | 'arctic'
  | 'yellow'
  | 'east'
  | 'bering'
  | 'mediterranean'
  | 'caribbean'
  | 'north';

/** A land or a sea that the map names. */
export interface GroundName {
  /** A land's ISO 3166 code, or a sea. */
  readonly id: string;
  /** How wide it is, in degrees of longitude: a longer name has no room. */
  readonly span: number;
  /** Where its name may stand, the best position first. */
  readonly spots: readonly LngLat[];
}

/** Id, width in degrees, then longitude and latitude of each spot. Who comes first chooses first. */
const TABLE = `
KP 5 127 40.5 127 41 126 39.6 128 41.2 126 40 127 39.6 127 39 126 38.4 129 41.8 125 39.2 127 41.5
KR 4 128 36.4 128 37 127 36 128 35.8 129 36 127 37.3 127 36.6 128 37.6 129 37
east 6 130 39.2 130 38.4 135 40
yellow 5 123 36.6 123 38 124 36
JP 12 138 36.4 145 37
CN 34 103 33 107 30 101 36 112 28 125 42.2 122 41.6
US 46 -101 40 -100 44 -108 37 -96 34
CA 60 -107 55 -100 53 -115 58
RU 60 100 60 112 61 95 56 50 57
ID 24 114 -1 119 -5 107 -5
AU 34 134 -25 133 -21 141 -21
pacific 55 -150 27 -109 4 -116 -10 170 24 160 14 -140 -10
atlantic 40 -43 30 -30 42 -28 8 -62 34 -15 -18
indian 34 78 -14 72 -8 90 -10
MX 14 -103 24
BR 30 -53 -10
MN 24 103 46.6
KZ 28 67 48
IN 18 79 22
VN 7 108 14
TH 6 101 16
MM 7 96 21
PH 9 121 16
PG 10 144 -6
NZ 9 172 -42
PE 9 -75 -8
CO 9 -73 4
AR 11 -65 -35
GL 30 -42 71 -45 64
bering 16 180 58
caribbean 12 -75 15
arctic 60 0 80
GB 7 -2 53
FR 8 2 47
ES 9 -4 40
DE 8 10 51
IT 7 13 43
PL 9 19 52
UA 15 31 49
SE 7 15 61
north 7 3 56
mediterranean 20 18 34.4 6 38.6
TR 14 35 39
IR 14 54 33
SA 15 45 24
EG 9 29 27
DZ 13 3 28
SD 12 30 16
ET 11 40 8
CD 14 23 -3
NG 10 8 10
ZA 13 24 -30
`;

/** Lands and seas with room for a name on a map of a continent. */
export const GROUND_NAMES: readonly GroundName[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [id = '', ...numbers] = line.split(' ');
    const [span = 0, ...degrees] = numbers.map(Number);
    return {
      id,
      span,
      spots: degrees.flatMap((lng, index): LngLat[] =>
        index % 2 === 0 ? [[lng, degrees[index + 1] ?? 0]] : [],
      ),
    };
  });

/** Seas have words for ids, lands have codes in capitals. */
export const isSea = (id: string): id is SeaId => id > 'a';
