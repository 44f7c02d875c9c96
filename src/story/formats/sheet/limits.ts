/** The largest file that is read: as large as a story file may be. */
export const MAX_FILE = 20 * 1024 * 1024;
