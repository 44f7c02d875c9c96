/**
 * Names whose place was chosen by eye: seas, and lands whose middle is not where a name reads best. Id, width in degrees, then
 * longitude and latitude of each spot. They come before all others, and who comes first chooses first.
 */
export const TABLE = `
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
pacific 55 -150 27 -109 4 -116 -10 170 24 160 14 -140 -10 -177 -16 -179 -38
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
baltic 5 19.5 57.6 20 56 19.5 62.5
black 9 34 43.3 31 43
red 6 38.2 20.5 36 24
caspian 5 51 41.5 50.5 44
arabian 16 64 15 62 18
bengal 11 88 14 88 17
south-china 10 114 14.5 112 17
mexico 14 -91 25 -90 27
tasman 12 161 -38 160 -34
gulf 5 51.5 26.8 50.3 28.3
norwegian 12 2 67 5 69
barents 22 40 74 35 72
labrador 12 -53 58.5 -54 56
hudson 12 -85.5 60 -85 58
okhotsk 11 149 54 147 51
east-china 7 125 29.5 124.5 31
philippine 18 133 18 133 23
coral 12 155 -17 153 -14
guinea 12 2 2 4 0
weddell 25 -42 -71
ross 25 -175 -75
`;

/** Lands whose name or status is in dispute. A story may name them itself. */
export const LEFT_OUT: readonly string[] = ['TW', 'PS', 'EH', 'FK', 'GS'];
