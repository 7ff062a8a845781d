/** Context keys that the conditions of a policy ask for. */
export function conditionKeysIn(document: unknown): string[] {
  const { Statement: statements = [] } = document as { Statement?: unknown };
  return [statements].flat().flatMap((statement) => {
    const { Condition = {} } = statement as { Condition?: Record<string, object> };
    return Object.values(Condition).flatMap(Object.keys);
  });
}

/** `${aws:username}`, also with a default: `${aws:PrincipalTag/team, 'none'}`. */
const VARIABLE = /\$\{([\w:/+=.@-]+)(?:,\s*'[^']*')?\}/g;

/** Context keys of a policy in the order in which they stand there: of its variables and of its conditions. */
export function contextKeysIn(document: unknown): string[] {
  const { Statement: statements = [] } = document as { Statement?: unknown };
  return [statements].flat().flatMap((statement) => {
    const { Condition = {}, ...rest } = statement as { Condition?: Record<string, Record<string, unknown>> };
    const conditions = Object.values(Condition).flatMap(Object.entries);
    return [...variablesIn(rest), ...conditions.flatMap(([key, values]) => [key, ...variablesIn(values)])];
  });
}

const variablesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(VARIABLE)].map(([, name = '']) => name);
