/** Remembers what a parser made of the last text of each file: a text that has not changed is not parsed again. */
export function memoize<Where, Result>(
  parse: (text: string, where: Where) => Result,
  fileOf: (where: Where) => string,
): (text: string, where: Where) => Result {
  const known = new Map<string, { readonly text: string; readonly result: Result }>();
  return (text, where) => {
    const file = fileOf(where);
    const last = known.get(file);
    if (last?.text === text) return last.result;
    const result = parse(text, where);
    known.set(file, { text, result });
    return result;
  };
}
