import { InvalidArgumentError } from 'commander';
import { type Page, refusalOf, type VariableValues } from '../procedure/index.ts';
import { UsageError } from '../project/index.ts';

/** Collects the values of a repeated `--var`: `BUCKET=my-bucket`. */
export function parseVariable(text: string, earlier: VariableValues = {}): VariableValues {
  const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('Write NAME=value, as in BUCKET=my-bucket.');
  return { ...earlier, [name]: value };
}

/** @throws UsageError for a variable that no page declares, and for a value that cannot stand in its commands */
export function checkVariables(values: VariableValues, pages: readonly Page[]): void {
  const declared = pages.flatMap(({ variables }) => variables);
  for (const [name, value = ''] of Object.entries(values)) {
    const same = declared.filter((variable) => variable.name === name);
    if (same.length === 0) {
      const names = [...new Set(declared.map((variable) => variable.name))].join(', ');
      throw new UsageError(
        `No page declares the variable ${name}. ${names ? `Declared are: ${names}.` : 'A page declares its variables in the front matter: tejun: { variables: { BUCKET: { default: example-bucket } } }.'}`,
      );
    }
    if (same.some((variable) => refusalOf(value, variable.default)))
      throw new UsageError(
        `The value "${value}" cannot stand for ${name} in commands: begin with a letter or digit, and use letters, digits, . _ @ + - and those of / : = , that its default has.`,
      );
  }
}
