import { type Explanation, findCalls, manualOf } from './explain-script.ts';
import type { Manual } from './types.ts';

/** Explains the keys in a JSON result of the last command of a script that has one. */
export async function explainResult(script: string, json: string): Promise<Explanation[]> {
  for (const call of findCalls(script).reverse()) {
    const found = await manualOf(call);
    const output = found?.manual.commands[found.name]?.output;
    if (!found || output === undefined) continue;
    const query = call.words.findIndex(({ text }) => text === '--query');
    const root = queried(found.manual, output, call.words[query + 1]?.text, query >= 0);
    return root === undefined ? [] : explainKeys(found.manual, root, json);
  }
  return [];
}

/** The structure that a query gives: of a path only, since other queries give names of their own. */
function queried(
  manual: Manual,
  output: string,
  query: string | undefined,
  isQueried: boolean,
): string | undefined {
  if (!isQueried) return output;
  const path = query?.replace(/^(['"])(.*)\1$/, '$2') ?? '';
  if (!/^[\w.[\]*]+$/.test(path)) return undefined;
  return path
    .match(/[A-Za-z]\w*/g)
    ?.reduce<string | undefined>((at, name) => below(manual, at, name), output);
}

/** The structure of a member; of a map that of its values, whatever the key. */
function below(manual: Manual, structure: string | undefined, name: string): string | undefined {
  if (structure?.startsWith('*')) return structure.slice(1);
  const member = structure === undefined ? undefined : manual.structures[structure]?.[name];
  return typeof member === 'string' ? undefined : member?.[1];
}

const TOKEN = /"((?:\\.|[^"\\])*)"(\s*:)?|[{}[\]]/g;

/** Reads JSON that may have parts left out, as examples have. */
function explainKeys(manual: Manual, root: string, json: string): Explanation[] {
  const explained: Explanation[] = [];
  /** The structures around, the innermost last; a list is as what is in it. */
  const around: (string | undefined)[] = [];
  let next: string | undefined = root;
  for (const { 0: token, 1: word = '', 2: colon, index } of json.matchAll(TOKEN)) {
    const structure = around.at(-1);
    if (token === '{' || token === '[') around.push(next);
    else if (token === '}' || token === ']') {
      around.pop();
      next = around.at(-1);
    } else if (colon !== undefined) {
      const member = structure === undefined ? undefined : manual.structures[structure]?.[word];
      const text = typeof member === 'string' ? member : member?.[0];
      if (text) explained.push({ word, start: index + 1, end: index + 1 + word.length, text });
      next = below(manual, structure, word);
    }
  }
  return explained;
}
