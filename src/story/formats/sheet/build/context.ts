import type { ImportOptions } from '../../format.ts';
import type { DayOrder } from '../values/dates.ts';
import type { Report } from '../values/report.ts';

/** What every part of the story is made with. */
export interface Context {
  readonly report: Report;
  /** BCP 47 tag of texts without one. */
  readonly language: string;
  /** Of events without a place. */
  readonly zone: string;
  readonly dayOrder: DayOrder | null;
  readonly options: ImportOptions;
}
