import { generalError } from '../failures.ts';
import { plainTypeName, str } from '../python/builtins.ts';
import { type Dictionary, isDictionary, isScalar, sortedNames, splitMembers } from './values.ts';

/** `--output text`: one line a dictionary or list, members sorted by name and separated by tabs. */
export function formatText(item: unknown, identifier?: string): string {
  if (Array.isArray(item)) return formatList(item, identifier);
  if (isDictionary(item)) return formatDictionary(item, identifier);
  return `${str(item)}\n`;
}

function formatList(list: readonly unknown[], identifier?: string): string {
  const dictionaries = list.filter(isDictionary);
  if (dictionaries.length > 0) {
    const odd = list.find((item) => !isDictionary(item));
    // The CLI asks every item for its members, and fails so.
    if (odd !== undefined) throw generalError(`'${plainTypeName(odd)}' object has no attribute 'items'`);
    const columns = sortedNames(dictionaries.flatMap((item) => splitMembers(item).scalars));
    return dictionaries.map((item) => formatDictionary(item, identifier, columns)).join('');
  }
  const scalars = list.filter(isScalar);
  const nested = list.filter((item) => !isScalar(item));
  const first = scalars.length > 0 ? formatScalars(scalars, identifier) : '';
  return first + nested.map((item) => formatText(item, identifier)).join('');
}

function formatScalars(list: readonly unknown[], identifier?: string): string {
  if (identifier === undefined) return `${list.map(str).join('\t')}\n`;
  return list.map((item) => `${identifier.toUpperCase()}\t${str(item)}\n`).join('');
}

/** With `columns`, those of all dictionaries of a list, a member that is missing leaves its place empty. */
function formatDictionary(item: Dictionary, identifier?: string, columns?: readonly string[]): string {
  const members = splitMembers(item);
  const scalars = (columns ?? members.scalars).map((name) => (name in item ? str(item[name]) : ''));
  const nested = columns
    ? sortedNames(Object.keys(item)).filter((name) => !columns.includes(name))
    : members.nested;
  const cells = identifier === undefined ? scalars : [identifier.toUpperCase(), ...scalars];
  const line = scalars.length > 0 ? `${cells.join('\t')}\n` : '';
  return line + nested.map((name) => formatText(item[name], name)).join('');
}
