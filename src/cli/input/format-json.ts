/** As wide as prettier makes lines. */
const WIDTH = 80;
const STEP = '  ';

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isArray(value);
const sizeOf = (value: unknown): number =>
  isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;

/** A list on one line; null if it holds an object, or several lists or objects of several entries. */
function formatFlat(value: unknown): string | null {
  if (isObject(value)) return sizeOf(value) === 0 ? '{}' : null;
  if (!isArray(value)) return JSON.stringify(value);
  if (value.length > 1 && value.every((each) => isArray(each) && each.length > 1)) return null;
  const parts = value.map(formatFlat);
  return parts.includes(null) ? null : `[${parts.join(', ')}]`;
}

/** Numbers, as many on a line as there is room for. */
function fillLines(numbers: readonly unknown[], indent: string): readonly string[] {
  const lines: string[] = [];
  numbers.forEach((number, index) => {
    const part = `${JSON.stringify(number)}${index < numbers.length - 1 ? ',' : ''}`;
    const last = lines.at(-1);
    if (last === undefined || `${indent}${last} ${part}`.length > WIDTH) lines.push(part);
    else lines[lines.length - 1] = `${last} ${part}`;
  });
  return lines;
}

/** `room` is how much of a line is taken before and behind the value. */
function formatValue(value: unknown, indent: string, room: number): string {
  const flat = formatFlat(value);
  if (flat !== null && (!isArray(value) || room + flat.length <= WIDTH || value.length === 0)) {
    return flat;
  }
  const inner = indent + STEP;
  if (isArray(value)) {
    const lines = value.every((each) => typeof each === 'number')
      ? fillLines(value, inner)
      : value.map((each, index) => {
          const comma = index < value.length - 1 ? ',' : '';
          return `${formatValue(each, inner, inner.length + comma.length)}${comma}`;
        });
    return `[\n${lines.map((line) => inner + line).join('\n')}\n${indent}]`;
  }
  const entries = Object.entries(value as object);
  const lines = entries.map(([key, each], index) => {
    const comma = index < entries.length - 1 ? ',' : '';
    const head = `${JSON.stringify(key)}: `;
    const written = formatValue(each, inner, inner.length + head.length + comma.length);
    return `${inner}${head}${written}${comma}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

/**
 * JSON as prettier writes it: two spaces, a line for each key, and lists of plain values on one line where there is room.
 * So a newsroom that formats its files sees no changes.
 */
export const formatJson = (value: unknown): string => `${formatValue(value, '', 0)}\n`;
