import * as z from 'zod';

/** Between the names of known fields in an issue about an unknown one. */
const SEPARATOR = ', ';

/** Describes a text of one form; the error is said of anything else. */
export const matchingText = (pattern: RegExp, error: SchemaError) =>
  z.string({ error }).regex(pattern, { error });

/** Describes an object of these fields and no others. An issue about an unknown field lists the known ones. */
export const onlyFields = <Shape extends z.ZodRawShape>(shape: Shape, error: SchemaError) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') return namesText(Object.keys(shape));
      return typeof error === 'string' ? error : error(issue);
    },
  });

/** A text, or one that depends on the path of the issue. */
export type SchemaError = string | ((issue: { readonly path?: PropertyKey[] | undefined }) => string);

export const namesText = (names: readonly string[]): string => names.join(SEPARATOR);

/** Names of the fields that are known where an unknown one stands. */
export const knownFields = ({ message }: z.core.$ZodIssueUnrecognizedKeys): string[] =>
  message.split(SEPARATOR);

type Issue = z.core.$ZodIssue;

/** Lists the issues; of alternatives those of the one that has the kind of the value, else of the first. */
export function issuesOf({ issues }: z.core.$ZodError): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const alternative = issue.errors.find((found) => !found.some(isOfAnotherKind)) ?? issue.errors[0] ?? [];
    return alternative.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

const isOfAnotherKind = ({ code, path }: Issue): boolean => code === 'invalid_type' && path.length === 0;
