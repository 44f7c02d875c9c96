/** A small, sound story file; every test that needs a fault puts it in with `mutate`. */
export const FIXTURE = `{
  "version": 1,
  "id": "thaw",
  "language": "en",
  "title": "A thaw",
  "summary": "Two leaders meet.",
  "zone": "Asia/Seoul",
  "frame": [86, -24, 300, 64],
  "insets": [{ "id": "korea", "name": "Korea", "bounds": [121, 37, 131.5, 42.6] }],
  "parties": [{ "id": "north", "name": "North Korea", "hue": "north" }],
  "people": [
    { "id": "kim", "name": "Kim Jong Un", "initials": "KJU", "role": "Leader", "party": "north", "home": "pyongyang" },
    { "id": "moon", "name": "Moon Jae-in", "initials": "MJI", "role": "President", "party": "north", "home": "seoul" }
  ],
  "places": {
    "type": "FeatureCollection",
    "features": [
      { "type": "Feature", "id": "pyongyang", "geometry": { "type": "Point", "coordinates": [125.75, 39.03] },
        "properties": { "name": "Pyongyang", "zone": "Asia/Pyongyang", "kind": "city", "precision": 2000, "main": true } },
      { "type": "Feature", "id": "seoul", "geometry": { "type": "Point", "coordinates": [126.98, 37.57] },
        "properties": { "name": { "en": "Seoul", "ko": "서울" }, "zone": "Asia/Seoul", "kind": "city", "precision": 2000 } },
      { "type": "Feature", "id": "blue-house", "geometry": { "type": "Point", "coordinates": [126.97, 37.59] },
        "properties": { "name": "Blue House", "zone": "Asia/Seoul", "kind": "site", "precision": 50, "within": "seoul" } }
    ]
  },
  "sources": [{ "id": "yonhap", "publisher": "Yonhap", "title": "A report", "date": "2018-04-27", "url": "https://example.org/a" }],
  "events": [
    { "id": "talks", "kind": "meeting", "title": "Talks", "text": "They talk.", "when": "2018-03-05",
      "at": "pyongyang", "who": ["kim"], "sources": ["yonhap"] },
    { "id": "pact", "kind": "agreement", "title": "Pact", "text": "They sign.", "when": "2018-04-27T17:58",
      "at": "blue-house", "who": ["kim", "moon"], "about": ["pyongyang"], "sources": ["yonhap"],
      "follows": [{ "event": "talks", "verb": "led-to" }],
      "claims": [{ "source": "yonhap", "says": "They signed." }],
      "commitments": [
        { "id": "posts", "text": "Posts go.", "by": ["north"], "binds": "seoul",
          "history": [{ "when": "2018-11-20", "state": "begun", "event": "letter" }] }
      ] },
    { "id": "letter", "kind": "letter", "title": "Letter", "text": "He writes.", "when": "2018-11-20",
      "at": "seoul", "from": "kim", "to": "moon", "sources": ["yonhap"] },
    { "id": "visit", "kind": "visit", "status": "planned", "title": "Visit", "text": "He may come.",
      "when": "2018-12~", "sources": ["yonhap"] }
  ]
}
`;

/** The fixture with one piece of its text replaced. The piece must be there, once at least. */
export function mutate(piece: string, by: string): string {
  if (!FIXTURE.includes(piece)) throw new Error(`The fixture has no ${piece}`);
  return FIXTURE.replace(piece, () => by);
}
