/** A wrong use of the command line. Its message names the remedy. */
export class UsageError extends Error {}
