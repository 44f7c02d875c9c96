import { dirname, join } from 'node:path';
import { buildSite } from '../../site/build-site.ts';
import { CARD } from '../../site/metadata/publication.ts';
import type { Files, Template } from '../../site/template.ts';
import { mediaNamesOf, readMediaOf } from '../input/read-media.ts';
import { formatFaultIn, formatLoss, formatWarningIn, readSource } from '../input/read-source.ts';
import type { ReadingOptions } from '../input/reading-options.ts';

export interface RenderOptions extends ReadingOptions {
  /** Other sites whose media the pages may load, from `readMediaOrigins`. */
  readonly mediaOrigins?: readonly string[];
}

/** What a file gives: a site, or what is wrong with it. */
export interface Rendered {
  /** Null if there are faults. */
  readonly files: Files | null;
  /** As lines: `story.json:14:22 events[3].when: …`. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  /** Media beside the story. */
  readonly media: readonly string[];
}

/** The picture for social media takes long to draw, and no page shows it. */
const NO_CARD: Files = new Map([[CARD.file, new Uint8Array()]]);

/**
 * Makes the site of a file in memory. `onMedia` is called with the media beside the story before they are read. Throws a
 * `UsageError` for a wrong option.
 */
export async function renderPreview(
  path: string,
  { mediaOrigins = [], ...reading }: RenderOptions,
  template: Template,
  onMedia: (paths: readonly string[]) => Promise<void>,
): Promise<Rendered> {
  const read = await readSource(path, reading);
  const nothing = { files: null, warnings: [], media: [] };
  if ('unreadable' in read) return { ...nothing, faults: [`${read.name}: ${read.unreadable}`] };
  if (!read.ok)
    return { ...nothing, faults: read.faults.map((each) => formatLoss(each, read.name)) };
  const { source } = read;
  const media = mediaNamesOf(source).map((each) => join(dirname(path), each));
  await onMedia(media);
  const site = await buildSite(source.bytes, template, {
    extraFiles: NO_CARD,
    mediaOrigins,
    readFile: readMediaOf(path, source),
  });
  const warnings = [
    ...source.losses.map((loss) => formatLoss(loss, source.name)),
    ...site.warnings.map((warning) => formatWarningIn(source, warning)),
  ];
  if (site.ok) return { files: site.files, faults: [], warnings, media };
  return {
    files: null,
    faults: site.faults.map((fault) => formatFaultIn(source, fault)),
    warnings,
    media,
  };
}
