/** A story file as JSON, before it is checked. `geo/README.md` describes its keys. */
export type StoryDraft = Readonly<Record<string, unknown>>;

/** Something in a file that a reader or writer could not carry over, or could not read. */
export interface Loss {
  /** Where it stands, in the words of the format: `events, row 7, date`, or `slide 3`. */
  readonly where: string;
  /** What is lost or wrong, and what to do. A sentence. */
  readonly message: string;
}

/** What a file does not say about the story, and what decides between two readings of it. */
export interface ImportOptions {
  /** The story's id; else it is made of its title. */
  readonly id?: string;
  /** The story's title if the file has none, such as the file's name. A plain text in one line. */
  readonly title?: string;
  /** BCP 47 tag of the texts. Default: what the file says, else `en`. */
  readonly language?: string;
  /** Time zone of events without a place. Default: `UTC`. */
  readonly zone?: string;
  /** How `3/4/2018` is read. Without it, a date that could be either is a fault. */
  readonly dayOrder?: 'day-first' | 'month-first';
}

/** A story and what of the file it does not hold; or the faults because of which there is no story. */
export type Imported =
  | {
      readonly ok: true;
      readonly story: StoryDraft;
      readonly losses: readonly Loss[];
      /** Pictures, videos and sounds that the story names and the file holds, by their path beside the story. */
      readonly media?: ReadonlyMap<string, Uint8Array>;
    }
  | { readonly ok: false; readonly faults: readonly Loss[] };

/** Reads a file of another format. Never throws, whatever the bytes are. */
export type ImportFile = (bytes: Uint8Array, options: ImportOptions) => Promise<Imported>;

/** A file of another format, and what of the story it cannot hold. */
export interface Exported {
  readonly text: string;
  readonly losses: readonly Loss[];
}
