import type { Media, Story } from './story.ts';

/** The media of a place on the map, and of the places within it. */
export const mediaAt = ({ places }: Story, mark: string): readonly Media[] =>
  places.filter((place) => place.mark.id === mark).flatMap(({ media }) => media);
