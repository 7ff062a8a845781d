import type { CommandNode, ScriptNode } from 'just-bash';
import { assigned, type ParsedStatement, scriptOf, subshell } from './shell-statements.ts';

type Environment = Readonly<Record<string, string>>;

/**
 * The environments that commands hand to the commands they start, innermost last; undefined for a command which
 * sees to that itself. just-bash starts them with the variables that the interpreter began with.
 */
export type ChildEnvironments = (Environment | undefined)[];

/**
 * Plugs the session's own statements into the first script that an interpreter executes. The scripts after it are
 * nested ones (`bash -c`, `xargs`, `find -exec`): just-bash lets those share the set of exported names with the
 * session, so that an `export` in a child would reach its parent; a subshell has a set of its own.
 */
export function statementSource(statements: Iterable<ParsedStatement>, handed: ChildEnvironments) {
  let fed = false;
  return {
    name: 'session',
    transform({ ast }: { ast: ScriptNode }): { ast: ScriptNode } {
      if (fed) return { ast: scriptOf([subshell(withEnvironment(ast.statements, handed.at(-1)))]) };
      fed = true;
      return { ast: scriptOf(statements) };
    },
  };
}

/** Puts the environment before the command: such a command always starts one simple command. */
function withEnvironment(statements: readonly ParsedStatement[], environment: Environment | undefined) {
  const simple = statements[0]?.pipelines[0]?.commands[0];
  if (environment && simple?.type === 'SimpleCommand') putBefore(simple, environment);
  return statements;
}

function putBefore(simple: Extract<CommandNode, { type: 'SimpleCommand' }>, environment: Environment): void {
  simple.assignments = [...assigned(environment), ...simple.assignments];
}

/** A place at which one waits for what another brings. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  accept(what: T): void;
}

export function createDeferred<T>(): Deferred<T> {
  let accept: Deferred<T>['accept'] = () => {};
  const promise = new Promise<T>((resolve) => {
    accept = resolve;
  });
  return { promise, accept };
}
