import type { StoryEvent, Text } from '../../story.ts';

/** A picture, a film or a sound of an event: a path beside the story, or an https address. */
export interface Medium {
  readonly image?: string;
  readonly video?: string;
  readonly audio?: string;
  readonly alt: Text;
  readonly caption?: Text | null;
  readonly credit?: Text | null;
}

interface MoreOfEvent {
  readonly media?: readonly Medium[];
}

/** The media of an event; none in a story of before there were media. */
export const mediaOf = (event: StoryEvent & MoreOfEvent): readonly Medium[] => event.media ?? [];

/** The address of a medium, whichever of the three it is. */
export const addressOf = ({ image, video, audio }: Medium): string => image ?? video ?? audio ?? '';
