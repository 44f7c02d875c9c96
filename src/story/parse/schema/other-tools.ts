import { fieldOf, listOf } from '../faults/raw.ts';

/** Files of other tools that are JSON too, each with what tells it. The surest come first. */
const TOOLS: readonly (readonly [name: string, isIt: (json: unknown) => boolean])[] = [
  ['StoryMapJS', (json) => fieldOf(json, 'storymap') !== undefined],
  [
    'TimelineJS',
    (json) => listOf(json, 'events').some((one) => fieldOf(one, 'start_date') !== undefined),
  ],
  [
    'Linked Places',
    (json) => fieldOf(json, '@context') !== undefined && fieldOf(json, 'features') !== undefined,
  ],
  ['GeoJSON', (json) => ['FeatureCollection', 'Feature'].includes(String(fieldOf(json, 'type')))],
];

/** The message for a file of another tool, whose every key would be a fault; null for what may be a story. */
export function describeOtherTool(json: unknown): string | null {
  if (fieldOf(json, 'version') !== undefined) return null;
  const tool = TOOLS.find(([, isIt]) => isIt(json));
  if (tool === undefined) return null;
  const places = tool[0] === 'GeoJSON' ? ', or write it as the "places" of a story' : '';
  return `This looks like ${tool[0]}, not like a story. Import it (“Stories from other tools” in geo/README.md)${places}.`;
}
