import type { Position } from 'geojson';
import { lngLatAt } from '../../../src/map/projection/mercator.ts';
import { readGround } from '../earth.ts';

export interface StillFile {
  scale: number;
  land: string;
  borders: string;
  frame?: [west: number, south: number, east: number, north: number];
}

export const stillOf = (name: string): StillFile => JSON.parse(readGround(name)) as StillFile;

/** The subpaths of relative path data, in steps; a ring comes back to its first vertex. */
export function stepsOf(path: string): Position[][] {
  let pen: Position = [0, 0];
  return [...path.matchAll(/m([^mz]+)(z?)/g)].map(([, text = '', closing]) => {
    const numbers = (text.match(/-?\d+/g) ?? []).map(Number);
    const line: Position[] = [];
    for (let index = 0; index < numbers.length; index += 2) {
      const [x = 0, y = 0] = pen;
      pen = [x + (numbers[index] ?? 0), y + (numbers[index + 1] ?? 0)];
      line.push(pen);
    }
    if (!closing) return line;
    pen = line[0] ?? pen;
    return [...line, pen];
  });
}

/** The same in longitude and latitude. */
export function linesIn(name: string, part: 'land' | 'borders'): Position[][] {
  const still = stillOf(name);
  return stepsOf(still[part]).map((line) =>
    line.map(([x = 0, y = 0]) => [...lngLatAt([x / still.scale, y / still.scale])]),
  );
}
