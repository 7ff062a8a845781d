import type { ResolvedCommandContext } from 'just-bash';
import { type FunctionDefinition, repair } from './bash-compat.ts';
import { assignment, type ParsedStatement, simpleCommand, statement } from './shell-statements.ts';
import type { Parser } from './simulated-syntax.ts';

/** State that outlives an interpreter, as of the start of the run that ended it. */
export interface InterpreterState {
  cwd(): string;
  exported(): Readonly<Record<string, string>>;
  names(): { readonly variables: readonly string[]; readonly functions: readonly string[] };
  values(): ReadonlyMap<string, string>;
  remember(context: Pick<ResolvedCommandContext, 'env' | 'exportedEnv' | 'cwd'>): void;
  /** The output of `declare -p`. */
  rememberDeclarations(text: string): void;
  learn(functions: readonly FunctionDefinition[]): void;
  forgetAllButExported(): void;
  /** Statements that make a new interpreter, already in that directory, know all this again. */
  restoration(): Promise<readonly ParsedStatement[]>;
}

/** Set by the shell itself, or by other means than an assignment. */
const OWN = /^(SHELLOPTS|BASHOPTS|PWD|OLDPWD|OPTIND|BASH_ALIAS_.*|.*\W.*|\d.*|)$/s;
const ATTRIBUTED = /^declare -(?!-|x )\w+ (?!PIPESTATUS|SHELLOPTS|BASHOPTS|\W|\d)/;
const ALWAYS_ON = new Set(['braceexpand', 'hashall', 'interactive-comments']);

export function createInterpreterState(
  env: Readonly<Record<string, string>>,
  directory: string,
  parse: Parser,
): InterpreterState {
  let exported: Record<string, string> = { ...env };
  let variables = new Map<string, string>();
  let cwd = directory;
  let declarations = '';
  let functions = new Map<string, FunctionDefinition>();
  return {
    cwd: () => cwd,
    exported: () => exported,
    names: () => {
      const known = new Set([...Object.keys(exported), ...variables.keys()]);
      return {
        variables: [...known].filter((name) => /^[A-Za-z_]\w*$/.test(name) && !OWN.test(name)).sort(),
        functions: [...functions.keys()],
      };
    },
    values: () =>
      new Map([...variables, ...Object.entries(exported)].filter(([name]) => /^[A-Za-z_]\w*$/.test(name))),
    remember(context) {
      exported = { ...context.exportedEnv };
      variables = new Map(context.env);
      cwd = context.cwd;
    },
    rememberDeclarations(text) {
      declarations = text;
    },
    learn(definitions) {
      for (const definition of definitions) functions.set(definition.name, definition);
    },
    forgetAllButExported() {
      variables = new Map();
      functions = new Map();
      declarations = '';
    },
    async restoration() {
      const attributed: ParsedStatement[] = [];
      for (const line of declared(declarations)) {
        const parsed = await parse(line);
        if ('statements' in parsed) attributed.push(...repair(parsed.statements).statements);
      }
      return [
        simpleCommand('shopt', '-s', 'expand_aliases'),
        simpleCommand('export', ...Object.entries(exported).map(([name, value]) => `${name}=${value}`)),
        ...[...functions.values()].map((definition) => statement([definition])),
        assignment(plain(variables, exported)),
        ...attributed,
        ...aliases(variables),
        positional(variables),
        ...options(variables),
      ];
    },
  };
}

/** The variables that are neither exported nor the shell's own. */
function plain(variables: ReadonlyMap<string, string>, exported: Readonly<Record<string, string>>) {
  const names = [...variables].filter(([name]) => !OWN.test(name) && !Object.hasOwn(exported, name));
  return Object.fromEntries(names);
}

function aliases(variables: ReadonlyMap<string, string>): ParsedStatement[] {
  return [...variables]
    .filter(([name]) => name.startsWith('BASH_ALIAS_'))
    .map(([name, value]) => simpleCommand('alias', `${name.slice('BASH_ALIAS_'.length)}=${value}`));
}

/** The lines of `declare -p` that say more than that a string is exported. */
function declared(declarations: string): string[] {
  return declarations
    .split(/\n(?=declare )/)
    .filter((line) => ATTRIBUTED.test(line))
    .map(arrayApart);
}

/** `declare -aFLAGS NAME=(...)` -> a declaration, an assignment: in one, just-bash misreads what is escaped. */
function arrayApart(line: string): string {
  const [, flags = '', name, values] = /^declare -(\w+) (\w+)=(\(.*)$/s.exec(line) ?? [];
  if (values === undefined) return line;
  const lasting = flags.includes('r') ? `\nreadonly ${name}` : '';
  return `declare -${flags.replace('r', '')} ${name}\n${name}=${values}${lasting}`;
}

function positional(variables: ReadonlyMap<string, string>): ParsedStatement {
  const count = Number(variables.get('#') ?? 0);
  const values = Array.from({ length: count }, (_, index) => variables.get(String(index + 1)) ?? '');
  return simpleCommand('set', '--', ...values);
}

function options(variables: ReadonlyMap<string, string>): ParsedStatement[] {
  const names = (list: string) => (variables.get(list) ?? '').split(':').filter((name) => name !== '');
  return [
    ...names('BASHOPTS').map((name) => simpleCommand('shopt', '-s', name)),
    ...names('SHELLOPTS')
      .filter((name) => !ALWAYS_ON.has(name))
      .map((name) => simpleCommand('set', '-o', name)),
  ];
}
