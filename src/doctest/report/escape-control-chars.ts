import { mapStrings } from '../map-strings.ts';
import type { RunReport } from './types.ts';

const CONTROL = /[^\P{Cc}\n\t]/gu;
const PICTURES = 0x2400;

/** Replaces control characters by their pictures: printed as they are, they would steer the reader's terminal. */
export const escapeControlChars = <Data>(data: Data): Data =>
  mapStrings(data, (text) => text.replace(CONTROL, picture));

/** Escapes all of a report but its pages, which are escaped one by one. */
export const escapedFrame = (report: RunReport): RunReport => escapeControlChars({ ...report, pages: [] });

/** `␛` for an escape; those of 8 bits have none. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(PICTURES + code) : '\ufffd';
}
