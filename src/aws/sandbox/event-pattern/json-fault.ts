import { FilterPolicyError } from '../filter-policy/index.ts';

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true\b|false\b|null\b|[{}[\]:,])/y;

/** Refuses a text that is no JSON, in the words of AWS's parser; the one for an end that comes too early is ours. */
export function checkPatternJson(text: string): void {
  try {
    JSON.parse(text);
    return;
  } catch {
    throw new FilterPolicyError(faultOf(text));
  }
}

function faultOf(text: string): string {
  let at = 0;
  for (TOKEN.lastIndex = 0; TOKEN.exec(text); TOKEN.lastIndex = at) at = TOKEN.lastIndex;
  const rest = text.slice(at);
  const start = at + rest.length - rest.trimStart().length;
  const place = (column: number) => `\n at [Source: (String)"${text}"; line: 1, column: ${column}]`;
  const [word] = /^[A-Za-z_]\w*/.exec(text.slice(start)) ?? [];
  if (word !== undefined)
    return `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')${place(start + word.length + 1)}`;
  const character = text.charAt(start);
  if (character === '') return `Unexpected end-of-input${place(text.length + 1)}`;
  return `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): was expecting double-quote to start field name${place(start + 1)}`;
}
