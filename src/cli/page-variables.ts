import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type Command, InvalidArgumentError } from 'commander';
import type { Plan } from '../doctest/index.ts';
import { say } from '../language/index.ts';
import { applyVariables, invalidityOf, type Page, type VariableValues } from '../procedure/index.ts';
import { UsageError } from '../project/index.ts';

/** Collects the values of a repeated `--var`: `BUCKET=my-bucket`. */
function parseVariable(text: string, earlier: VariableValues = {}): VariableValues {
  const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError(say`Write NAME=value, as in BUCKET=my-bucket.`);
  return { ...earlier, [name]: value };
}

/** @throws UsageError */
function checkVariables(values: VariableValues, pages: readonly Page[]): void {
  const declared = pages.flatMap(({ variables }) => variables);
  for (const [name, value = ''] of Object.entries(values)) {
    const same = declared.filter((variable) => variable.name === name);
    if (same.length === 0) {
      const names = [...new Set(declared.map((variable) => variable.name))].join(', ');
      throw new UsageError(
        say`No page declares the variable ${name}. ${names ? say`Declared are: ${names}.` : say`A page declares its variables in the front matter: tejun: { variables: { BUCKET: { default: example-bucket } } }.`}`,
      );
    }
    if (same.some((variable) => invalidityOf(value, variable.default)))
      throw new UsageError(
        say`The value "${value}" cannot stand for ${name} in commands: begin with a letter or digit, and use letters, digits, . _ @ + - and those of / : = , that its default has.`,
      );
  }
}

/** Adds the options that give variables of pages their values. */
export const withVariableOptions = (command: Command): Command =>
  command
    .option(
      '--var <NAME=value>',
      say`the value of a variable that a page declares; may be repeated`,
      parseVariable,
    )
    .option('--env-file <path>', say`values of declared variables from a file with lines NAME=value`);

/** Options that give variables of pages their values. */
export interface VariableOptions {
  readonly var?: VariableValues;
  /** Path of a file as Node.js reads one with `--env-file`. */
  readonly envFile?: string;
}

/**
 * Returns the values from the command line, and those of the file for variables that pages declare: it may hold more.
 * `--var` wins.
 *
 * @throws UsageError for a variable that no page declares, and for a value that cannot stand in its commands
 */
export function variableValues(
  { var: given = {}, envFile }: VariableOptions,
  pages: readonly Page[],
): VariableValues {
  const declared = new Set(pages.flatMap(({ variables }) => variables.map(({ name }) => name)));
  const fromFile = Object.entries(envFile === undefined ? {} : parseEnv(readFileSync(envFile, 'utf8')));
  const values = { ...Object.fromEntries(fromFile.filter(([name]) => declared.has(name))), ...given };
  checkVariables(values, pages);
  return values;
}

/** Writes values into all pages of a plan, in the place of the defaults. @throws UsageError as `variableValues` does */
export function planWithValues(plan: Plan, options: VariableOptions): Plan {
  if (options.var === undefined && options.envFile === undefined) return plan;
  const values = variableValues(
    options,
    plan.pages.flatMap(({ page, prerequisites }) => [...prerequisites, page]),
  );
  const filled = new Map<Page, Page>();
  const fill = (page: Page): Page => {
    const known = filled.get(page);
    if (known) return known;
    const made = { ...page, steps: page.steps.map((step) => applyVariables(step, page.variables, values)) };
    filled.set(page, made);
    return made;
  };
  const pages = plan.pages.map((planned) => ({
    ...planned,
    page: fill(planned.page),
    prerequisites: planned.prerequisites.map(fill),
  }));
  return { ...plan, pages };
}
