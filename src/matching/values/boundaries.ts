/** Nothing that could belong to the same word stands before or after. */
export const WORD_START = '(?<![A-Za-z0-9])';
export const WORD_END = '(?![A-Za-z0-9])';

/** `count` (`{4,}`, `{12}`) of one mask character: `XXXX`, `xxxx`, `****`. */
export const masked = (count: string): string => `(?:X${count}|x${count}|\\*${count})`;

export const isMask = (text: string): boolean => /^(?:X{4,}|x{4,}|\*{4,})$/.test(text);

export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
