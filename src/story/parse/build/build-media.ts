import { isOnWeb } from '../../media.ts';
import { MEDIA_KINDS, type Captions, type Media, type Text } from '../../story.ts';
import { canonicalTag } from '../schema/prose.ts';
import type { Entry } from '../schema/schema.ts';

/** As written: a file in the story's language, or one for each language. */
function buildCaptions(written: Text | undefined, language: string): readonly Captions[] {
  if (written === undefined) return [];
  const files = typeof written === 'string' ? { [language]: written } : written;
  return Object.entries(files).map(([tag, src]) => ({ language: canonicalTag(tag) ?? tag, src }));
}

/**
 * The media of a checked event or place. `language`: the story's. What lies on another site is not shown, unless the build
 * allows it.
 */
export const buildMedia = (entries: Entry<'event'>['media'], language: string): readonly Media[] =>
  entries.map(({ alt, caption, credit, poster, captions, ...sources }) => {
    const kind = MEDIA_KINDS.find((each) => sources[each] !== undefined) ?? 'image';
    const src = sources[kind] ?? '';
    return {
      kind,
      src,
      shown: !isOnWeb(src),
      alt,
      caption: caption ?? null,
      credit: credit ?? null,
      poster: poster ?? null,
      captions: buildCaptions(captions, language),
      width: null,
      height: null,
    };
  });
