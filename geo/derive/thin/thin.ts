import type { Position } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import { meetingsOf, type Segment } from './crossings.ts';
import { keyOf, pixelAt, signedArea } from '../plane.ts';
import { inRuns } from './runs.ts';

export interface Thinning {
  /** Threshold of Visvalingam's algorithm: a vertex is kept if its triangle has at least so many square pixels. */
  least: number;
  /** Factor of the weight of a vertex at a point; by default 1. */
  emphasis?: (point: Position) => number;
  /** Vertices that are always kept. */
  pinned?: readonly Position[];
}

type Triangle = [Position, Position, Position];

/** A topology whose shapes have no properties. */
export type Bare = Topology<Objects<object>>;

/** Repairs always end, because each one restores a vertex. The limit only detects a programming error. */
const MOST_REPAIRS = 100;

/** Layers as a topology whose vertices have their weights as third coordinates. */
export function weigh(
  layers: object,
  { emphasis = () => 1, pinned = [] }: Omit<Thinning, 'least'>,
): Bare {
  const pins = new Set(pinned.map(keyOf));
  const source = topology(layers as Parameters<typeof topology>[0]) as Bare;
  const weighted = presimplify(source, (triangle: Triangle) => {
    return Math.abs(signedArea(triangle.map(pixelAt))) * emphasis(triangle[1]);
  });
  for (const point of weighted.arcs.flat()) {
    if (pins.has(keyOf(point))) point[2] = Infinity;
  }
  weighted.arcs.forEach(withCorners);
  return weighted;
}

/** How many inner vertices an arc needs, so that its ring does not become empty. */
function cornersOf([start = [], ...rest]: Position[]): number {
  const end = rest.at(-1) ?? [];
  if (keyOf(start) === keyOf(end)) return 3;
  return start[0] === end[0] || start[1] === end[1] ? 1 : 0;
}

/**
 * Keeps the heaviest inner vertices of an arc. Otherwise a small island would become a point; with four corners it keeps
 * its position and direction. A cape that a crop's edge has cut off would become that edge; with its tip it stays a cape.
 */
function withCorners(arc: Position[]): void {
  const inner = arc.slice(1, -1);
  const heaviest = inner.sort((p, q) => (q[2] ?? 0) - (p[2] ?? 0)).slice(0, cornersOf(arc));
  for (const corner of heaviest) corner[2] = Infinity;
}

/** Converts a position to integer steps of a grid. */
export type Snap = (point: Position) => Position;

const degreesBy =
  (grid: number): Snap =>
  ([lon = 0, lat = 0]) => [Math.round(lon / grid), Math.round(lat / grid)];

/** Restores the heaviest vertex that was left out within a segment. Returns false if there was none. */
function restoreHeaviest(arc: Position[], kept: number[], { index }: Segment): boolean {
  const under = arc.slice((kept[index] ?? 0) + 1, kept[index + 1]);
  const heaviest = under.sort((p, q) => (q[2] ?? 0) - (p[2] ?? 0))[0];
  if (heaviest) heaviest[2] = Infinity;
  return heaviest !== undefined;
}

function keptOf(arc: Position[], least: number): number[] {
  return arc.flatMap((point, index) => ((point[2] ?? 0) >= least ? [index] : []));
}

/** Thins weighted lines, which then may cross. The arcs are in steps of the grid. */
export function thinOnce(weighted: Bare, least: number, snap: Snap): Bare {
  const arcs = weighted.arcs.map((arc) =>
    arc.filter((point) => (point[2] ?? 0) >= least).map((point) => snap(point)),
  );
  return { ...weighted, arcs };
}

/**
 * Thins weighted lines. Lines that several shapes share are thinned once for all of them. Then vertices are restored
 * wherever the thinned lines cross or touch, so that land stays in one piece and no border leaves the land: they keep
 * infinite weight. The resulting arcs are in steps of the grid.
 */
export function thinWeighted(weighted: Bare, least: number, snap: Snap): Bare {
  let kept: number[][] = [];
  let arcs: Position[][] = [];
  for (let repair = 0, isAmiss = true; isAmiss; repair++) {
    if (repair > MOST_REPAIRS) throw new Error('Thinned lines cross beyond repair.');
    kept = weighted.arcs.map((arc) => keptOf(arc, least));
    arcs = weighted.arcs.map((arc, index) => (kept[index] ?? []).map((at) => snap(arc[at] ?? [])));
    const restored = meetingsOf(arcs)
      .flat()
      .map((segment) =>
        restoreHeaviest(weighted.arcs[segment.arc] ?? [], kept[segment.arc] ?? [], segment),
      );
    isAmiss = restored.some(Boolean);
  }
  return { ...weighted, arcs };
}

/** Weighs and thins layers. */
export const thinnedBy = (layers: object, { least, ...weights }: Thinning, snap: Snap): Bare =>
  thinWeighted(weigh(layers, weights), least, snap);

/** Thins lines and returns TopoJSON, on a grid of so many degrees. */
export function thinned(
  layers: object,
  { grid, ...thinning }: Thinning & { grid: number },
): Topology {
  const { arcs, ...shapes } = thinnedBy(layers, thinning, degreesBy(grid));
  const positions = arcs.map((arc) => arc.map(([x = 0, y = 0]) => [x * grid, y * grid]));
  return encoded(inRuns({ ...shapes, arcs: positions }), grid);
}

/** Quantizes to steps from the grid's own origin, so that each longitude in the file is `n × grid`. */
function encoded(topology: Bare, grid: number): Topology {
  const [west = 0, south = 0] = topology.bbox ?? [];
  const translate: [number, number] = [
    Math.floor(west / grid) * grid,
    Math.floor(south / grid) * grid,
  ];
  return quantize(topology, { scale: [grid, grid], translate });
}
