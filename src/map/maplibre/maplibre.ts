import { LngLat, Map, setWorkerUrl } from 'maplibre-gl';
import styles from 'maplibre-gl/dist/maplibre-gl.css?inline';

/**
 * What the live map uses of MapLibre. It is one value, so that the built file has one export and imports nothing: sites and
 * library have the very same file, and the package has it once (`site/library/maplibre-plugin.ts`).
 */
export const maplibre = { LngLat, Map, setWorkerUrl, styles } as const;
