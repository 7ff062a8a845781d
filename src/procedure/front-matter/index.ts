import type { Yaml } from 'mdast';
import { isMap, isScalar } from 'yaml';
import { say } from '../../language/say.ts';
import { findAmbiguous } from '../apply-variables.ts';
import type { ProblemReporter } from '../problems.ts';
import type { SourceText } from '../source-text.ts';
import { parseYamlText, placeAt, valueAt, type YamlSource, yamlReason } from '../yaml/index.ts';
import { readValid, type TejunSettings } from './read-valid.ts';
import type { DeclaredVariable, FrontMatter } from './types.ts';

export type { FrontMatter, TranslatedHeading, TranslationMark } from './types.ts';

export const NO_FRONT_MATTER: FrontMatter = { requires: [], variables: [], allow: [] };

export function readFrontMatter(node: Yaml, source: SourceText, reporter: ProblemReporter): FrontMatter {
  const base = source.at((node.position?.start.line ?? 0) + 1, 0).offset;
  // YAML knows no line break of a lone carriage return, Markdown does; the length must stay.
  const text = node.value.replace(/\r(?!\n)/g, '\n');
  const conflict = conflictIn(text);
  if (conflict) {
    const end = source.positionAt(base + conflict.end).line;
    reporter.report(source.positionAt(base + conflict.start), 'merge-conflict', end);
    return NO_FRONT_MATTER;
  }
  const document = parseYamlText(text);
  const yaml: YamlSource = { document, placeOf: (offset) => source.positionAt(base + offset) };
  for (const { pos, code, message } of document.errors)
    reporter.report(yaml.placeOf(pos[0]), 'front-matter-yaml', yamlReason({ code, message }));
  if (document.errors.length > 0 || document.contents === null) return NO_FRONT_MATTER;
  if (!isMap(document.contents)) {
    const example = 'title: List the buckets';
    reporter.report(placeAt(yaml, []), 'front-matter-type', '', say`keys with values`, example);
    return NO_FRONT_MATTER;
  }
  const title = document.contents.get('title', true);
  return {
    title: isScalar(title) && title.value !== null ? (title.source ?? String(title.value)) : undefined,
    ...(document.contents.has('tejun') ? readOurs(yaml, reporter) : NO_FRONT_MATTER),
  };
}

/** Offsets of the first and the last marker that git leaves for two sides to be merged by hand. */
function conflictIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const start = text.search(/^<{7}(?: |$)/m);
  const end = text.search(/^>{7}(?: |$)/m);
  return start >= 0 && end > start ? { start, end } : undefined;
}

function readOurs(yaml: YamlSource, reporter: ProblemReporter): FrontMatter {
  let data: unknown;
  try {
    data = valueAt(yaml, ['tejun']);
  } catch (error) {
    // Aliases that lead to nothing or multiply without end show only now.
    reporter.report(placeAt(yaml, ['tejun']), 'front-matter-yaml', (error as Error).message);
    return NO_FRONT_MATTER;
  }
  const {
    requires = [],
    allow = [],
    account,
    target,
    translation,
    variables,
  } = readValid(data, yaml, reporter);
  const placeIn = (list: string) => (index: number) => placeAt(yaml, ['tejun', list, index]);
  return {
    requires: requires.map((page, index) => ({ page, place: placeIn('requires')(index) })),
    account,
    variables: readVariables(variables, yaml, reporter),
    ...(target && { target }),
    allow: allow.map((allowance, index) => ({ ...allowance, place: placeIn('allow')(index) })),
    translation,
  };
}

function readVariables(
  variables: TejunSettings['variables'] = {},
  yaml: YamlSource,
  reporter: ProblemReporter,
): DeclaredVariable[] {
  const declared = Object.entries(variables).map(([name, variable]) => ({
    name,
    ...variable,
    place: placeAt(yaml, ['tejun', 'variables', name]),
  }));
  for (const [first, second] of findAmbiguous(declared))
    reporter.report(second.place, 'ambiguous-variable', second.name, first.name, second.default);
  return declared;
}
