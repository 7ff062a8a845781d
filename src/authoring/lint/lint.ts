import { say } from '../../language/index.ts';
import { closestMatches, type Page, type Problem } from '../../procedure/index.ts';
import { UNTRANSLATED } from '../../procedure/rule-names.ts';
import { rules } from './rules/index.ts';
import {
  type CourseRule,
  type Found,
  type FoundInStep,
  isScripted,
  type LintProblem,
  type ScriptedStep,
  type ScriptRule,
  type TextRule,
} from './types.ts';

/** A page with the text it was read from. */
export interface LintedPage {
  readonly page: Page;
  readonly source: string;
}

const textRules = rules.filter((rule): rule is TextRule => rule.reads === 'text');
const scriptRules = rules.filter((rule): rule is ScriptRule => rule.reads === 'script');
const courseRules = rules.filter((rule): rule is CourseRule => rule.reads === 'course');

/** A finding with the name of its rule and its place in the file. */
interface Placed {
  readonly rule: string;
  readonly found: Found;
  /** The partial that it stands in; absent for the page. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** Lints a file of which only the text counts: an account file, a partial. */
export function lintText(file: string, text: string): LintProblem[] {
  return inOrder(findInText(text)).map((placed) => problemOf(file, placed));
}

/** Lints the pages of one course in one language, given in reading order. */
export function lintCourse(pages: readonly LintedPage[]): LintProblem[] {
  const inCourse = courseRules.flatMap((rule) =>
    rule.find(pages.map(({ page }) => page)).map((found) => ({ rule: rule.name, found })),
  );
  return pages.flatMap((linted) => {
    const ofPage = inCourse.filter(({ found }) => found.page === linted.page);
    return lintPage(linted, ofPage);
  });
}

function lintPage(
  { page, source }: LintedPage,
  inCourse: readonly { readonly rule: string; readonly found: FoundInStep }[],
): LintProblem[] {
  const lines = source.split(/\r\n|\n|\r/);
  const placed = inOrder([
    ...findInText(source),
    ...page.steps.filter(isScripted).flatMap((step) => findInStep(step, lines)),
    ...inCourse.map(({ rule, found }) => ({ rule, found, ...placeInStep(found.step, found.index, lines) })),
  ]);
  const allowances = (page.allow ?? [])
    .filter(({ rule }) => rule !== UNTRANSLATED)
    .map((allowance) => ({ allowance, used: false }));
  const left = placed.filter(({ rule, found }) => {
    const allowing = allowances.filter(
      ({ allowance }) =>
        allowance.rule === rule && (allowance.value === undefined || allowance.value === found.text),
    );
    for (const entry of allowing) entry.used = true;
    return allowing.length === 0;
  });
  const idle = allowances.filter(({ used }) => !used).map(({ allowance }) => idleAllowance(page, allowance));
  return [...idle, ...left.map((one) => problemOf(page.file, one))];
}

function findInText(text: string): Placed[] {
  return textRules.flatMap((rule) =>
    rule.find(text).map((found) => ({ rule: rule.name, found, ...placeIn(text, found.index) })),
  );
}

function findInStep(step: ScriptedStep, lines: readonly string[]): Placed[] {
  return scriptRules.flatMap((rule) =>
    rule
      .find(step.script)
      .map((found) => ({ rule: rule.name, found, ...placeInStep(step, found.index, lines) })),
  );
}

function placeIn(text: string, index: number): { line: number; column: number } {
  const above = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: above.length, column: (above.at(-1) ?? '').length + 1 };
}

/** The indentation that a list asks for is in the source and not in the script. */
function placeInStep(step: ScriptedStep, index: number, lines: readonly string[]) {
  const { file } = step;
  const inScript = placeIn(step.script, index);
  const line = step.bodySpan.start.line + inScript.line - 1;
  const written = step.script.split('\n')[inScript.line - 1] ?? '';
  const indent = file === undefined ? Math.max(0, (lines[line - 1] ?? '').length - written.length) : 0;
  return { ...(file !== undefined && { file }), line, column: inScript.column + indent };
}

const inOrder = (placed: readonly Placed[]) =>
  placed.toSorted((a, b) => a.line - b.line || a.column - b.column);

const problemOf = (page: string, { rule, found, file = page, line, column }: Placed): LintProblem => ({
  file,
  line,
  column,
  code: rule,
  message: found.message,
  fix: `${found.fix} (${rule})`,
  ...(found.edit && { edit: found.edit }),
});

function idleAllowance(page: Page, { rule, value, place }: NonNullable<Page['allow']>[number]): Problem {
  const names = rules.map(({ name }) => name);
  const known = names.includes(rule);
  const [near] = closestMatches(rule, names);
  const hint = near ? say`Did you mean "${near}"?` : say`Known are: ${names.join(', ')}.`;
  return {
    file: page.file,
    line: place.line,
    column: place.column,
    code: known ? 'needless-allowance' : 'unknown-rule',
    message: known
      ? say`The rule ${rule} finds nothing here that this allows${value ? `: ${value}` : ''}.`
      : say`There is no rule "${rule}".`,
    fix: known ? say`Remove this entry of tejun.allow.` : hint,
  };
}

/**
 * Makes the corrections that need no decision: prompts, full-width and invisible characters in commands.
 *
 * @param problems findings in this text
 */
export function fixText(text: string, problems: readonly LintProblem[]): string {
  const lines = text.split(/(\r\n|\n|\r)/);
  const edits = problems.flatMap(({ line, column, edit }) => (edit ? [{ line, column, ...edit }] : []));
  // Last first, so that the columns before them stay right.
  for (const { line, column, length, replacement } of edits.toSorted((a, b) => b.column - a.column)) {
    const index = 2 * (line - 1);
    const before = lines[index] ?? '';
    lines[index] = before.slice(0, column - 1) + replacement + before.slice(column - 1 + length);
  }
  return lines.join('');
}
