import { mapStrings } from '../map-strings.ts';

const CONTROL = /[^\P{Cc}\n\t]/gu;
const PICTURES = 0x2400;

/** Replaces control characters by their pictures: printed as they are, they would steer the reader's terminal. */
export const escapeControlChars = <Data>(data: Data): Data =>
  mapStrings(data, (text) => text.replace(CONTROL, picture));

/** `␛` for an escape; those of 8 bits have none. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(PICTURES + code) : '\ufffd';
}
