/** A text's lines without trailing white space and without trailing blank lines. */
export function trimmedLines(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** A text without the line breaks at its end. A regular expression would try each line break before them, too. */
export function withoutFinalBreaks(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= text[end - 2] === '\r' ? 2 : 1;
  return text.slice(0, end);
}

/** The first line of a text that is not blank, without trailing white space. */
export const firstLineOf = (text: string): string => /^[^\S\n]*\S.*/m.exec(text)?.[0].trimEnd() ?? '';

/**
 * Cuts the usage block of the AWS CLI out of what a failed command printed, and keeps its message.
 *
 * @example withoutUsage('usage: aws [options] ...\n\naws: error: argument --role-name: expected one argument\n')
 * // 'aws: error: argument --role-name: expected one argument'
 */
export function withoutUsage(stderr: string): string {
  const text = stderr.trim();
  if (!/^usage: aws/m.test(text)) return text;
  const usage = text.search(/^usage: /m);
  const message = text.slice(usage).search(/^(?:aws: |Unknown options)/m);
  return message < 0 ? text : (text.slice(0, usage) + text.slice(usage + message)).trim();
}

const NOTHING_IS =
  '(?:出力|返値|戻り値|返り値)は?(?:なし|無し|ありません)|何も(?:出力|表示)(?:されない|されません|しない|しません)|no output';
/** In brackets, fewer words will do: `(なし)`, `(none)`. */
const IN_BRACKETS = `(?:表示|結果)?は?(?:なし|無し|ありません)|none|empty|nothing|nothing is (?:printed|shown)`;

const NOTHING = new RegExp(
  `^\\s*(?:(?:${NOTHING_IS})|[(（\\[［<＜【]\\s*(?:${NOTHING_IS}|${IN_BRACKETS})\\s*[)）\\]］>＞】])[。.]?\\s*$`,
  'i',
);

/**
 * Tells whether an example says that nothing is printed: `(出力なし)`, `（何も出力されません）`, `[no output]`.
 *
 * @example saysNothing('（返値無し）') // true
 */
export const saysNothing = (body: string): boolean => NOTHING.test(body);

/** Signs that a writer explains a line with. */
const SIGN = '(?:#|※|\\/\\/|<-|←|\\((?:注|note)|（注|注[:：])';
const NOTE = new RegExp(`^\\s*${SIGN}`, 'i');
const NOTE_AT_END = new RegExp(`(?<=\\S)\\s+${SIGN}.*$`, 'i');

/** Tells whether a line of a result is there to explain it. */
export const isNote = (line: string): boolean => NOTE.test(line);

/** A line without the note at its end; undefined where there is none. */
export const withoutNoteAtEnd = (line: string): string | undefined => {
  const found = NOTE_AT_END.exec(line);
  return found ? line.slice(0, found.index) : undefined;
};

export const NOTE_MESSAGE = 'This line is a note: move it into the prose.';
export const NOTE_AT_END_MESSAGE = 'The end of this line is a note: move it into the prose.';
