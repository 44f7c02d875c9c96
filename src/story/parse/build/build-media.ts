import { isOnWeb } from '../../media.ts';
import { MEDIA_KINDS, type Media } from '../../story.ts';
import type { Entry } from '../schema/schema.ts';

/** The media of a checked event or place. What lies on another site is not shown, unless the build allows it. */
export const buildMedia = (entries: Entry<'event'>['media']): readonly Media[] =>
  entries.map(({ alt, caption, credit, ...sources }) => {
    const kind = MEDIA_KINDS.find((each) => sources[each] !== undefined) ?? 'image';
    const src = sources[kind] ?? '';
    return {
      kind,
      src,
      shown: !isOnWeb(src),
      alt,
      caption: caption ?? null,
      credit: credit ?? null,
      width: null,
      height: null,
    };
  });
