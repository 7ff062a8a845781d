export const PASSED = 0;
export const PAGE_FAILED = 1;
/** Wrong usage or unreadable input. */
export const USAGE_ERROR = 2;

/** Ctrl-C, as shells count it. */
export const INTERRUPTED = 130;
