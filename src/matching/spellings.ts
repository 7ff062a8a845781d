/** Spellings of a result that is empty: `(出力なし)`, `（返値無し）`, `(no output)`. */
const NOTHING =
  /^[(（\s]*(?:(?:出力|返値|戻り値|返り値|表示|結果)?(?:は)?(?:なし|無し|ありません)|no output|none|empty)[)）\s]*$/i;

/** Tells whether an example says that nothing is printed. Brackets are required: a bare word could be output. */
export const saysNothing = (body: string): boolean => /^\s*[(（]/.test(body) && NOTHING.test(body);

/** A line that a writer put into a result to explain it. */
const NOTE = /^\s*(?:#|※|\/\/|<-|←|\((?:注|note)|注[:：])/i;

export const isNote = (line: string): boolean => NOTE.test(line);

export const NOTE_MESSAGE = 'This line is a note: move it into the prose.';
