import type { Story, StoryEvent, Text } from '../../story.ts';

/** A word that events are filed under. */
export interface Tag {
  readonly id: string;
  readonly name: Text;
}

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
  readonly tags?: readonly Tag[];
  readonly media?: readonly Medium[];
}

interface MoreOfStory {
  readonly kinds?: Readonly<Record<string, Text>>;
}

/** The tags of an event; none in a story of before there were tags. */
export const tagsOf = (event: StoryEvent & MoreOfEvent): readonly Tag[] => event.tags ?? [];

/** The media of an event; none in a story of before there were media. */
export const mediaOf = (event: StoryEvent & MoreOfEvent): readonly Medium[] => event.media ?? [];

/** The address of a medium, whichever of the three it is. */
export const addressOf = ({ image, video, audio }: Medium): string => image ?? video ?? audio ?? '';

/** The story's own name for a kind; else the kind itself, in English. */
export const kindName = (story: Story & MoreOfStory, kind: string): Text =>
  story.kinds?.[kind] ?? kind;
