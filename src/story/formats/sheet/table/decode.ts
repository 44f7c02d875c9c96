/** Text of a file, with a note if its encoding had to be guessed; or why it is no text. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly note?: string }
  | { readonly ok: false; readonly message: string };

const SAVE_AS = 'Save the file as “CSV UTF-8”.';

const fail = (message: string): Decoded => ({ ok: false, message });

/** The text if the bytes are sound in an encoding; null if they are not. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** As many bytes tell the encoding. */
const SAMPLE = 20_000;

/** The byte order of UTF-16 without a mark: every second byte of Latin text is 0. Null for anything else. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros: [number, number] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  });
  const least = sample.length / 8;
  if (zeros[1] > least && zeros[0] < least / 8) return 'utf-16le';
  return zeros[0] > least && zeros[1] < least / 8 ? 'utf-16be' : null;
}

/** The share of letters above ASCII that stand side by side. In western languages most stand alone. */
function shareOfPairs(bytes: Uint8Array): number {
  let high = 0;
  let paired = 0;
  bytes.subarray(0, 10 * SAMPLE).forEach((byte, index) => {
    if (byte < 0x80) return;
    high += 1;
    if ((bytes[index - 1] ?? 0) >= 0x80 || (bytes[index + 1] ?? 0) >= 0x80) paired += 1;
  });
  return high === 0 ? 0 : paired / high;
}

/** What spreadsheet programs in a language save if they do not save UTF-8. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  ko: 'euc-kr',
  ja: 'shift_jis',
  zh: 'gb18030',
  ru: 'windows-1251',
  uk: 'windows-1251',
  el: 'windows-1253',
  pl: 'windows-1250',
  cs: 'windows-1250',
  hu: 'windows-1250',
  tr: 'windows-1254',
};

function decodeOld(bytes: Uint8Array, language: string): Decoded {
  const encoding = BY_LANGUAGE[language.slice(0, 2).toLowerCase()] ?? 'windows-1252';
  if (encoding === 'windows-1252' && shareOfPairs(bytes) > 0.5) {
    const remedy = `${SAVE_AS} Or name the language of its texts (ko, ja, zh, ru, …).`;
    return fail(`The file is not in UTF-8, and its letters cannot be told. ${remedy}`);
  }
  const text = decodeAs(bytes, encoding);
  if (text === null) return fail(`The file is neither in UTF-8 nor in ${encoding}. ${SAVE_AS}`);
  const note = `The file is not in UTF-8. It is read as ${encoding}; check letters with accents. ${SAVE_AS}`;
  return { ok: true, text, note };
}

/** The text of a CSV: UTF-8 or UTF-16, else what programs in the language save. */
export function decodeCsv(bytes: Uint8Array, language: string): Decoded {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null;
  const wide = marked ?? wideOrder(bytes);
  if (wide !== null) {
    const text = decodeAs(bytes, wide);
    return text === null
      ? fail(`The file is broken: it is not sound UTF-16. ${SAVE_AS}`)
      : { ok: true, text };
  }
  if (bytes.subarray(0, SAMPLE).includes(0)) {
    return fail(`The file is not a text. ${SAVE_AS}`);
  }
  const text = decodeAs(bytes, 'utf-8');
  return text === null ? decodeOld(bytes, language) : { ok: true, text };
}
