import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** The browsers besides Chromium in which the small set runs, by the name of their command. */
export const ENGINES = { firefox, webkit } as const;

export type EngineName = keyof typeof ENGINES;
