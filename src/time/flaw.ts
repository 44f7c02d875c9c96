/** What can be wrong with a written date or zone. */
export type FlawCode = 'date' | 'date-order' | 'date-gap' | 'date-twice' | 'date-offset' | 'zone';

/** Why a text is not a usable date: one sentence says what is wrong, one what to write instead. */
export interface Flaw {
  readonly flaw: FlawCode;
  readonly message: string;
}

export const flawOf = (flaw: FlawCode, message: string): Flaw => ({ flaw, message });

/** Whether a result is a flaw. Results without one are numbers, or objects that have no `flaw`. */
export const isFlaw = (value: unknown): value is Flaw =>
  typeof value === 'object' && value !== null && 'flaw' in value;
