import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import peggy from 'peggy';

/** Folders of a `grammar.peggy`, with the rules that a text may be parsed by; without any, by the first. */
const grammars: Readonly<Record<string, readonly string[]>> = {
  'src/aws/sandbox/services/dynamodb/expressions': ['Condition', 'Projection', 'Update'],
  'src/aws/sandbox/services/dynamodb/statements': [],
  'src/aws/sandbox/services/logs/filter-pattern': [],
};

export const grammarFolders = Object.keys(grammars);

/** Makes the parser of a grammar: the text of an ES module. */
export function makeParser(folder: string): string {
  const grammar = readFileSync(path.join(folder, 'grammar.peggy'), 'utf8');
  const rules = [...(grammars[folder] ?? [])];
  const options = rules.length > 0 ? { allowedStartRules: rules } : {};
  return peggy.generate(grammar, { ...options, output: 'source', format: 'es' });
}

/** Writes `parser.js` beside each grammar. */
export async function recordGrammars(): Promise<void> {
  for (const folder of grammarFolders) writeFileSync(path.join(folder, 'parser.js'), makeParser(folder));
}
