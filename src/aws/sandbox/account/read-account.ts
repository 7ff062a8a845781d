import { say } from '../../../language/say.ts';
import { indexSource } from '../../../procedure/source-text.ts';
import type { Problem } from '../../../procedure/types.ts';
import { issuesOf, parseYamlText, valueAt, yamlReason } from '../../../procedure/yaml/index.ts';
import { type AccountSource, duplicateProblems, toProblems } from './account-problems.ts';
import { referenceProblems } from './reference-problems.ts';
import { accountSchema } from './schema.ts';
import type { Account } from './types.ts';

export interface AccountReading {
  /** Present exactly when there is no problem. */
  readonly account?: Account;
  readonly problems: Problem[];
}

/** Reads `_account.yaml` and reports everything that is wrong with it at once, in the order of the file. */
export function readAccount(yamlText: string, file: string): AccountReading {
  const document = parseYamlText(yamlText);
  const source: AccountSource = { file, document, placeOf: indexSource(yamlText).positionAt };
  if (document.errors.length > 0) return { problems: syntaxProblems(source) };
  const data = plainData(source);
  if ('problem' in data) return { problems: [data.problem] };
  const reading = accountSchema.safeParse(data.value);
  const wrong = reading.success ? [] : issuesOf(reading.error).flatMap((issue) => toProblems(source, issue));
  const problems = [...wrong, ...duplicateProblems(source), ...referenceProblems(source)].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  return reading.success && problems.length === 0 ? { account: reading.data, problems } : { problems };
}

function syntaxProblems({ file, document, placeOf }: AccountSource): Problem[] {
  return document.errors.map(({ pos: [offset], code, message }) => {
    const { line, column } = placeOf(offset);
    return {
      file,
      line,
      column,
      code: 'yaml-syntax',
      message: say`The file is not YAML: ${yamlReason({ code, message })}.`,
      fix: say`Fix the indentation, quotes or brackets here.`,
    };
  });
}

/** Aliases that lead to nothing, multiply without end, or stand within what they name, show only now. */
function plainData(source: AccountSource): { value: unknown } | { problem: Problem } {
  try {
    const value = valueAt(source, []);
    JSON.stringify(value);
    return { value };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const message = say`The file cannot be read: ${reason}.`;
    const fix = say`Write the values out instead of using YAML aliases.`;
    return { problem: { file: source.file, line: 1, column: 1, code: 'yaml-alias', message, fix } };
  }
}
