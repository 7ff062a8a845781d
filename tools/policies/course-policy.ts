/** The least policy that the reader of a course needs, as an IAM policy document. */
export interface CoursePolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: readonly string[];
  }[];
}

/** Ends of ARNs that a run makes: `i-0b1c…`, a UUID, the six characters behind the name of a secret; and the lists of all. */
const MADE = [
  /(?<=\/)(?:[a-z]+-)*[0-9a-f]{8,17}$/,
  /(?<=[/:])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /(?<=:secret:.+-)[A-Za-z0-9]{6}$/,
  /(?<=:log-group:):log-stream:$/,
  /(?<=:)$/,
];

/** `arn:…:instance/i-0b1c2d3e4f5a6b7c8` -> `arn:…:instance/*`: a reader's has another id. */
export const generalized = (resource: string): string =>
  MADE.reduce((text, made) => text.replace(made, '*'), resource);

/**
 * Joins what the pages of a course needed. Actions on the same resources share a statement; both are in the order of
 * the alphabet.
 */
export function coursePolicy(statements: CoursePolicy['Statement']): CoursePolicy {
  const resources = new Map<string, Set<string>>();
  for (const { Action, Resource } of statements)
    for (const action of Action)
      resources.set(action, new Set([...(resources.get(action) ?? []), ...Resource.map(generalized)]));
  const actions = new Map<string, string[]>();
  for (const [action, own] of [...resources].sort(([a], [b]) => a.localeCompare(b))) {
    const key = JSON.stringify([...own].sort());
    actions.set(key, [...(actions.get(key) ?? []), action]);
  }
  const Statement = [...actions].map(([resource, Action]) => ({
    ...{ Effect: 'Allow' as const, Action, Resource: JSON.parse(resource) as string[] },
  }));
  return { Version: '2012-10-17', Statement };
}
