import { isEmptyList, isFields, itemsOf } from './statement.ts';
import { identityFaults, trustFaults } from './statement-kinds.ts';
import type { Fault, PolicyKind } from './types.ts';

export const fieldsOfDocument: readonly string[] = ['Version', 'Id', 'Statement'];
const VERSIONS: readonly unknown[] = [undefined, '2008-10-17', '2012-10-17'];

/**
 * All that is wrong with a document of JSON data, in the order in which IAM complains.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function* policyFaults(document: unknown, kind: PolicyKind): Generator<Fault> {
  if (!isFields(document)) return yield { code: 'document', path: [] };
  for (const name of Object.keys(document))
    if (!fieldsOfDocument.includes(name)) yield { code: 'unknown-field', path: [], name };
  const { Version, Id, Statement } = document;
  if (!VERSIONS.includes(Version)) yield { code: 'version', path: ['Version'] };
  if (Id !== undefined && typeof Id !== 'string') yield { code: 'id', path: ['Id'] };
  if (isEmptyList(Statement)) yield { code: 'statement', path: ['Statement'] };
  const faultsOf = kind === 'identity' ? identityFaults : trustFaults;
  for (const { item, path } of itemsOf(Statement, ['Statement']))
    if (isFields(item)) yield* faultsOf(item, path);
    else yield { code: 'statement', path };
  yield* repeatedSids(Statement);
}

/** "The Sid value must be unique within a JSON policy." */
function* repeatedSids(statements: unknown): Generator<Fault> {
  const seen = new Set<string>();
  for (const { item, path } of itemsOf(statements, ['Statement'])) {
    const { Sid } = isFields(item) ? item : {};
    if (typeof Sid !== 'string' || Sid === '') continue;
    if (seen.has(Sid)) yield { code: 'repeated-sid', path: [...path, 'Sid'] };
    seen.add(Sid);
  }
}
