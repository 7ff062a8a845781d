import type { Happening, Lesson } from '../types.ts';

/** Makes the condition that the output matches a pattern: its named groups are the values of the lesson. */
export const says =
  (pattern: RegExp): NonNullable<Lesson['when']> =>
  ({ printed }: Happening) => {
    const found = pattern.exec(printed);
    return found ? (found.groups ?? {}) : undefined;
  };
