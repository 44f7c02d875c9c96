import { Map as MapLibreMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import cities from '../../../geo/basemap/cities.json';
import continents from '../../../geo/basemap/continents.json';
import dmz from '../../../geo/basemap/dmz.json';
import korea from '../../../geo/basemap/korea.json';
import { parseGround } from '../../../src/map/basemap/parse-ground.ts';
import { groundStyle } from '../../../src/map/basemap/style.ts';

/** The address says where the map looks and how large it is, as Parley's own map had it. */
const asked = new URLSearchParams(location.search);
const numberOf = (name: string): number => Number(asked.get(name));

setWorkerUrl(workerUrl);
const container = document.querySelector<HTMLElement>('#map');
if (!container) throw new Error('There is no place for the map.');
container.style.width = `${numberOf('width')}px`;
container.style.height = `${numberOf('height')}px`;

const map = new MapLibreMap({
  container,
  style: groundStyle(
    { sea: '#dfe9ef', land: '#f6f3ec', coast: '#8a9aa5', border: '#b3aa98' },
    {
      world: parseGround(continents),
      own: null,
      crops: [parseGround(cities), parseGround(korea)],
      zones: dmz,
    },
  ) as StyleSpecification,
  center: [numberOf('lng'), numberOf('lat')],
  zoom: numberOf('zoom'),
  attributionControl: false,
  fadeDuration: 0,
  canvasContextAttributes: { antialias: true },
});
map.once('idle', () => (document.documentElement.dataset['ground'] = 'live'));
