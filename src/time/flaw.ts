/** What can be wrong with a written date or zone. */
export type FlawCode = 'date' | 'date-order' | 'date-gap' | 'date-offset' | 'zone';

/** Why a text is no usable date: one sentence of what is wrong, one of what to write. */
export interface Flaw {
  readonly flaw: FlawCode;
  readonly message: string;
}

export const flawOf = (flaw: FlawCode, message: string): Flaw => ({ flaw, message });

/** Tells a flaw from the value that was hoped for (a number or any object without `flaw`). */
export const isFlaw = (value: unknown): value is Flaw =>
  typeof value === 'object' && value !== null && 'flaw' in value;
