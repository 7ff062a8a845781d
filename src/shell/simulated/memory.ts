import type { ResolvedCommandContext } from 'just-bash';
import { quoted } from './quoting.ts';
import type { FunctionDefinition } from './repair.ts';
import { command, functionStatement, type Statement } from './statements.ts';
import { createParser } from './syntax.ts';

/** What outlives an interpreter, as of the start of the run that ended it. */
export interface Memory {
  exported(): Record<string, string>;
  cwd(): string;
  remember(context: Pick<ResolvedCommandContext, 'env' | 'exportedEnv' | 'cwd'>): void;
  /** The output of `declare -p`. */
  rememberDeclarations(text: string): void;
  learn(functions: readonly FunctionDefinition[]): void;
  forgetAllButExported(): void;
  /** Statements that make a new interpreter know all this again, exported variables and directory excepted. */
  restoration(): Promise<readonly Statement[]>;
}

/** Set by the shell itself, or by other means than an assignment. */
const OWN = /^(SHELLOPTS|BASHOPTS|PWD|OLDPWD|OPTIND|BASH_ALIAS_.*|.*\W.*|\d.*|)$/s;
const ALWAYS_ON = new Set(['braceexpand', 'hashall', 'interactive-comments']);

export function createMemory(env: Readonly<Record<string, string>>, directory: string): Memory {
  let exported: Record<string, string> = { ...env };
  let variables = new Map<string, string>();
  let cwd = directory;
  let declarations = '';
  let functions = new Map<string, FunctionDefinition>();
  return {
    exported: () => exported,
    cwd: () => cwd,
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
      const source = [
        ...assignments(variables, exported),
        ...aliases(variables),
        ...arrays(declarations),
        positional(variables),
        ...options(variables),
      ].join('\n');
      const parsed = await createParser()(source);
      return [
        command('shopt', '-s', 'expand_aliases'),
        ...[...functions.values()].map(functionStatement),
        ...('statements' in parsed ? parsed.statements : []),
      ];
    },
  };
}

function assignments(
  variables: ReadonlyMap<string, string>,
  exported: Readonly<Record<string, string>>,
): string[] {
  return [...variables]
    .filter(([name]) => !OWN.test(name) && !Object.hasOwn(exported, name))
    .map(([name, value]) => `${name}=${quoted(value)}`);
}

function aliases(variables: ReadonlyMap<string, string>): string[] {
  return [...variables]
    .filter(([name]) => name.startsWith('BASH_ALIAS_'))
    .map(([name, value]) => `alias ${quoted(`${name.slice('BASH_ALIAS_'.length)}=${value}`)}`);
}

function arrays(declarations: string): string[] {
  return declarations
    .split(/\n(?=declare )/)
    .filter((line) => /^declare -\w*[aA]\w* (?!PIPESTATUS)/.test(line));
}

function positional(variables: ReadonlyMap<string, string>): string {
  const count = Number(variables.get('#') ?? 0);
  const values = Array.from({ length: count }, (_, index) => quoted(variables.get(String(index + 1)) ?? ''));
  return ['set --', ...values].join(' ');
}

function options(variables: ReadonlyMap<string, string>): string[] {
  const names = (list: string) => (variables.get(list) ?? '').split(':').filter((name) => name !== '');
  return [
    ...names('BASHOPTS').map((name) => `shopt -s ${name}`),
    ...names('SHELLOPTS')
      .filter((name) => !ALWAYS_ON.has(name))
      .map((name) => `set -o ${name}`),
  ];
}
