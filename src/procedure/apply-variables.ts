import { escapeRegExp } from './escape-reg-exp.ts';
import type { ResultExample, Step, Variable } from './types.ts';

/** Values chosen by the reader, by variable name. */
export type VariableValues = Readonly<Record<string, string | undefined>>;

/** Not part of a word: `example-bucket` stands in `s3://example-bucket/key`, and not in `example-bucket-2`. */
const BEFORE = '(?<![A-Za-z0-9_-])';
const AFTER = '(?![A-Za-z0-9_-])';

/**
 * Writes the values a reader chose in the place of the defaults, in commands and in result examples alike. All at
 * once: a value that looks like another variable's default stays as it is.
 */
export function substitute(text: string, variables: readonly Variable[], values: VariableValues): string {
  const chosen = new Map<string, string>();
  for (const variable of variables) {
    const value = effectiveValue(variable, values);
    if (value !== variable.default) chosen.set(variable.default, value);
  }
  if (chosen.size === 0) return text;
  // Every default takes part, so that a longer one is not cut up by a shorter one inside it.
  const found = wholeWords(variables.map((variable) => variable.default));
  return text.replace(found, (word) => chosen.get(word) ?? word);
}

/**
 * Gives the value of a variable in the commands. An invalid value counts as none: it was kept while the page had
 * another default, or is not the reader's own.
 */
export function effectiveValue(variable: Variable, values: VariableValues): string {
  const value = Object.hasOwn(values, variable.name) ? values[variable.name] : undefined;
  return value === undefined || invalidityOf(value, variable.default) ? variable.default : value;
}

/** A step as a reader with these values runs it: its script and what its result example shows. */
export function applyVariables<S extends Step>(
  step: S,
  variables: readonly Variable[],
  values: VariableValues,
): S {
  if (step.role === 'elapse') return step;
  const script = substitute(step.script, variables, values);
  const { input } = step;
  const answers = input && { input: input.map((answer) => substitute(answer, variables, values)) };
  if (step.role === 'file') return { ...step, script, content: substitute(step.content, variables, values) };
  if (step.role === 'command' && step.shows !== undefined)
    return { ...step, script, ...answers, shows: substitute(step.shows, variables, values) };
  if (!('result' in step) || !step.result) return { ...step, script, ...answers };
  const filled = (example: ResultExample): ResultExample => ({
    ...example,
    body: substitute(example.body, variables, values),
  });
  const alternatives = step.alternatives?.map(filled);
  return { ...step, script, ...answers, result: filled(step.result), ...(alternatives && { alternatives }) };
}

/** Characters without a meaning in a shell, JSON, a table, an INI file or a path, for use in a character class. */
const HARMLESS = 'A-Za-z0-9._@+\\-';
/**
 * Characters without a meaning in a shell, but with one in a path, a URI, an ARN, a list or a `sed` expression. A value
 * may have those that the default has: the commands were run with them.
 */
const AS_THE_DEFAULT = ['/', ':', '=', ','];
/** As long as the longest key of an object (S3 User Guide, "Naming Amazon S3 objects"). */
const LONGEST = 1024;

export type InvalidValue = 'empty' | 'too-long' | 'first-character' | 'character' | 'dots';

/** Why a value cannot stand in the commands of a page in place of a default; undefined where it can. */
export function invalidityOf(value: string, standard: string): InvalidValue | undefined {
  if (value === standard) return undefined;
  if (value === '') return 'empty';
  if (value.length > LONGEST) return 'too-long';
  const begin = standard.startsWith('/') ? /^\/?[A-Za-z0-9]/ : /^[A-Za-z0-9]/;
  if (!begin.test(value)) return 'first-character';
  if (!new RegExp(`^[${HARMLESS}${alsoAllowed(standard).join('')}]+$`).test(value)) return 'character';
  return /\/\.\.?(?:\/|$)/.test(value) ? 'dots' : undefined;
}

/** The signs that a value may have beside those that all may have. */
export const alsoAllowed = (standard: string): string[] =>
  AS_THE_DEFAULT.filter((sign) => standard.includes(sign));

/** Tests whether a text has the variable's default as a whole word. */
export function mentions(text: string, variable: Variable): boolean {
  return text.includes(variable.default) && wholeWords([variable.default]).test(text);
}

/** Pairs of variables that cannot be told apart in a fence. */
export function findAmbiguous<V extends Variable>(variables: readonly V[]): [V, V][] {
  const first = new Map<string, V>();
  const pairs: [V, V][] = [];
  for (const variable of variables) {
    const other = first.get(variable.default);
    if (other) pairs.push([other, variable]);
    else first.set(variable.default, variable);
  }
  return pairs;
}

function wholeWords(words: readonly string[]): RegExp {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return new RegExp(`${BEFORE}(?:${longestFirst.map(escapeRegExp).join('|')})${AFTER}`, 'g');
}
