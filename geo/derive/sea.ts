import type { MultiPolygon } from 'geojson';
import type { Country } from './countries.ts';
import { cropped } from './crop.ts';
import { landOf, partedOf, type Keep } from './layers.ts';
import { pacificCountries } from './pacific.ts';
import { ringOf, widened, type Frame } from './plane.ts';

/**
 * The sea of a crop: its frame without the land. It is painted over the coarser world, below the finer land. A filled
 * frame instead would leave a thin line where the crop's edge is on land.
 */
export function seaOf(countries: readonly Country[], frame: Frame, keep: Keep): MultiPolygon {
  const around = pacificCountries(countries, widened(frame, 0.5));
  const shores = landOf(partedOf(around)).filter(([outside = []]) => keep(outside));
  const islands = shores.map(([outside = []]) => [...outside].reverse());
  const lakes = shores.flatMap(([, ...holes]) =>
    holes.filter(keep).map((ring) => [[...ring].reverse()]),
  );
  const waters = [[ringOf(widened(frame, 1)), ...islands], ...lakes];
  return { type: 'MultiPolygon', coordinates: waters.flatMap((water) => cropped(water, frame)) };
}
