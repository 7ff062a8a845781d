import type * as z from 'zod';
import { closestMatch } from '../closest-match.ts';
import type { ProblemReporter } from '../problems.ts';
import type { Position } from '../types.ts';
import {
  hasValue,
  issuesOf,
  knownFields,
  type Path,
  pathText,
  placeAt,
  type YamlSource,
} from '../yaml/index.ts';
import { createFrontMatterSchema } from './schema.ts';

type Schema = ReturnType<typeof createFrontMatterSchema>;
export type TejunSettings = z.output<Schema>;

/** Made for the first page: most commands take pages from the cache, and read no front matter. */
let schema: Schema | undefined;

/** Reads the settings below `tejun:`. What is wrong is reported and left out, so that the rest is checked too. */
export function readValid(data: unknown, yaml: YamlSource, reporter: ProblemReporter): TejunSettings {
  schema ??= createFrontMatterSchema();
  const { success, data: settings, error } = schema.safeParse(data);
  if (success) return settings;
  const parts = issuesOf(error).flatMap((issue) => wrongParts(issue, yaml));
  for (const part of parts.toSorted((a, b) => a.place.offset - b.place.offset))
    if (!part.isMissing || !parts.some((other) => isMistyped(other, part))) report(part, reporter);
  return readWithout(parts, schema, data);
}

/** A part of the settings that is not known, missing or wrong. */
interface WrongPart {
  readonly path: Path;
  readonly place: Position;
  /** Names that are known where this one is not. */
  readonly known?: readonly string[];
  readonly isMissing?: boolean;
  readonly message: string;
}

function wrongParts(issue: z.core.$ZodIssue, yaml: YamlSource): WrongPart[] {
  const { message } = issue;
  const path = ['tejun', ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const unknown = [...path, key];
      return { path: unknown, place: placeAt(yaml, unknown), known: knownFields(issue), message };
    });
  const isMissing = !hasValue(yaml, path);
  const place = placeAt(yaml, path, issue.code === 'invalid_key' || isMissing ? 'key' : 'value');
  return [{ path, place, isMissing, message }];
}

/** A key that was meant as a missing one says it all. */
function isMistyped({ path, known }: WrongPart, missing: WrongPart): boolean {
  const meant = known && closestMatch(String(path.at(-1)), known);
  return meant !== undefined && pathText([...path.slice(0, -1), meant]) === pathText(missing.path);
}

function report({ path, place, known, message }: WrongPart, reporter: ProblemReporter): void {
  if (known) {
    const near = closestMatch(String(path.at(-1)), known);
    reporter.report(place, 'front-matter-key', pathText(path), near, known);
    return;
  }
  const [expected = '', example = ''] = message.split('\n');
  reporter.report(place, 'front-matter-type', pathText(path), expected, example);
}

/** Reads the settings without the fields, and without the single variables, in which something is wrong. */
function readWithout(parts: readonly WrongPart[], schema: Schema, data: unknown): TejunSettings {
  const wrong = new Set(
    parts.map(({ path: [, field, name] }) =>
      field === 'variables' && name !== undefined ? `variables ${String(name)}` : field,
    ),
  );
  const right = (map: unknown, prefix: string): Record<string, unknown> =>
    Object.fromEntries(Object.entries(Object(map)).filter(([name]) => !wrong.has(`${prefix}${name}`)));
  const { variables, ...rest } = right(data, '');
  const others = variables ? { variables: right(variables, 'variables ') } : {};
  return schema.safeParse({ ...rest, ...others }).data ?? {};
}
