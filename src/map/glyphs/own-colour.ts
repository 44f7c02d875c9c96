import type { Party } from '../../story/story.ts';

/** A party's own colour as CSS, for `--party`, which goes before the theme's hue. None if it has the theme's. */
export const ownColour = (party: Pick<Party, 'colour'> | undefined): string | undefined =>
  party?.colour ? `light-dark(${party.colour.light}, ${party.colour.dark})` : undefined;
