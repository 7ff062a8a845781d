import { readFileSync, writeFileSync } from 'node:fs';
import peggy from 'peggy';

const services = 'src/aws/sandbox/services';

/** Grammars, with the rules that a text may be parsed by; without any, by the first. */
const rulesOf: Readonly<Record<string, readonly string[]>> = {
  [`${services}/dynamodb/expressions/expression-parser.peggy`]: ['Condition', 'Projection', 'Update'],
  [`${services}/dynamodb/statements/statement-parser.peggy`]: [],
  [`${services}/logs/filter-pattern/filter-parser.peggy`]: [],
};

export const grammars = Object.keys(rulesOf);

/** Names the parser beside a grammar. */
export const parserFile = (grammar: string): string => grammar.replace(/\.peggy$/, '.js');

/** Makes the parser of a grammar: the text of an ES module. */
export function makeParser(grammar: string): string {
  const rules = [...(rulesOf[grammar] ?? [])];
  const options = rules.length > 0 ? { allowedStartRules: rules } : {};
  return peggy.generate(readFileSync(grammar, 'utf8'), { ...options, output: 'source', format: 'es' });
}

/** Writes the parser beside each grammar. */
export async function recordGrammars(): Promise<void> {
  for (const grammar of grammars) writeFileSync(parserFile(grammar), makeParser(grammar));
}
