import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../../../procedure/types.ts';
import { duplicateProblems, referenceProblems, toProblems } from './account-problems.ts';
import { accountSchema } from './schema.ts';
import type { Source } from './source.ts';
import type { Account } from './types.ts';

export interface AccountReading {
  /** Present exactly when there is no problem. */
  readonly account?: Account;
  readonly problems: Problem[];
}

/** Reads `_account.yaml` and reports everything that is wrong with it at once, in the order of the file. */
export function readAccount(yamlText: string, file: string): AccountReading {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines });
  const source: Source = { file, document, lines };
  if (document.errors.length > 0) return { problems: syntaxProblems(source) };
  const data = plainData(source);
  if ('problem' in data) return { problems: [data.problem] };
  const reading = accountSchema.safeParse(data.value);
  const wrong = reading.success ? [] : reading.error.issues.flatMap((issue) => toProblems(source, issue));
  const problems = [...wrong, ...duplicateProblems(source), ...referenceProblems(source)].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  return reading.success && problems.length === 0 ? { account: reading.data, problems } : { problems };
}

function syntaxProblems({ file, document }: Source): Problem[] {
  return document.errors.map(({ linePos, message }) => ({
    file,
    line: linePos?.[0].line ?? 1,
    column: linePos?.[0].col ?? 1,
    code: 'yaml-syntax',
    message: `The file is not YAML: ${message.split(' at line ')[0]}.`,
    fix: 'Fix the indentation, quotes or brackets here.',
  }));
}

/** Aliases that lead to nothing, multiply without end, or stand within what they name, show only now. */
function plainData({ file, document }: Source): { value: unknown } | { problem: Problem } {
  try {
    const value: unknown = document.toJS();
    JSON.stringify(value);
    return { value };
  } catch (error) {
    const message = `The file cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}.`;
    const fix = 'Write the values out instead of using YAML aliases.';
    return { problem: { file, line: 1, column: 1, code: 'yaml-alias', message, fix } };
  }
}
