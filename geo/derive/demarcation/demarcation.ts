import type { Position } from 'geojson';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import mdl from './mdl.json';

type Country = Polygon | MultiPolygon;

/** The Military Demarcation Line, west to east: 48 points, exactly as mdl.json gives them. */
export function parseDemarcation(): Position[] {
  return mdl.points;
}

function arcsOf(country: Country): Set<number> {
  const arcs = (country.arcs as (number | number[] | number[][])[]).flat(3) as number[];
  return new Set(arcs.map((arc) => (arc < 0 ? ~arc : arc)));
}

/**
 * Replaces the common border of two countries by a line. The two ends of the border stay on the coasts, and the line is
 * connected to them: by 2.5 km along the Imjin in the west, and 0.9 km in the east.
 */
export function alongLine(topology: Topology, a: Country, b: Country, line: Position[]): Topology {
  const arcsOfB = arcsOf(b);
  const shared = [...arcsOf(a)].filter((arc) => arcsOfB.has(arc));
  const [only] = shared;
  if (only === undefined || shared.length > 1) throw new Error('The border is not one line.');
  const old = topology.arcs[only] ?? [];
  const first = old[0] ?? [];
  const last = old[old.length - 1] ?? [];
  const eastward = (first[0] ?? 0) < (last[0] ?? 0);
  const arc = [first, ...(eastward ? line : [...line].reverse()), last];
  return { ...topology, arcs: topology.arcs.map((each, index) => (index === only ? arc : each)) };
}
