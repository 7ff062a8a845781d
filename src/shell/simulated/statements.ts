import type { CommandNode, ScriptNode, StatementNode, WordNode } from 'just-bash';

export type Statement = StatementNode;
type Simple = Extract<CommandNode, { type: 'SimpleCommand' }>;
type Redirection = Simple['redirections'][number];

/** A simple command of plain words, safe under `set -e`: `NAME ... && :` ends with the status of NAME. */
export function command(...words: readonly [string, ...string[]]): Statement {
  const [name, ...args] = words;
  const simple: Simple = {
    type: 'SimpleCommand',
    assignments: [],
    name: word(name),
    args: args.map(word),
    redirections: [],
  };
  return statement([simple, NOTHING], ['&&']);
}

/** `{ ...; } >> STDOUT 2>> STDERR`; the statements need not exist before it runs. */
export function captured(body: Iterable<Statement>, stdout: string, stderr: string): Statement {
  return statement([
    {
      type: 'Group',
      body: body as Statement[],
      redirections: [redirection(1, stdout), redirection(2, stderr)],
    },
  ]);
}

/** `{ ...; :; }`: whatever happens inside, the status is 0. */
export function succeeding(body: CommandNode): CommandNode {
  return group([statement([body]), statement([NOTHING])]);
}

/** `{ ...; }` */
export function group(body: Statement[]): CommandNode {
  return { type: 'Group', body, redirections: [] };
}

/** `( ... )` */
export function subshell(body: readonly Statement[]): Statement {
  return statement([{ type: 'Subshell', body: [...body], redirections: [] }]);
}

/**
 * A script whose statements need not exist when it starts: the interpreter walks them with `for ... of`,
 * one after the other has run.
 */
export function scriptOf(statements: Iterable<Statement>): ScriptNode {
  return { type: 'Script', statements: statements as Statement[] };
}

/** `NAME='value' ...` */
export function assigned(variables: Readonly<Record<string, string>>): Simple['assignments'] {
  return Object.entries(variables).map(([name, value]) => ({
    type: 'Assignment',
    name,
    value: word(value),
    append: false,
    array: null,
  }));
}

/** All of them in one statement of their own. */
export function assignment(variables: Readonly<Record<string, string>>): Statement {
  return statement([
    { type: 'SimpleCommand', assignments: assigned(variables), name: null, args: [], redirections: [] },
  ]);
}

const NOTHING: Simple = {
  type: 'SimpleCommand',
  assignments: [],
  name: word(':'),
  args: [],
  redirections: [],
};

/** Simple or compound commands, joined by the operators: `&&` or `||`. */
export function statement(
  commands: readonly CommandNode[],
  operators: Statement['operators'] = [],
): Statement {
  return {
    type: 'Statement',
    pipelines: commands.map((one) => ({ type: 'Pipeline', commands: [one], negated: false })),
    operators,
    background: false,
  };
}

function word(text: string): WordNode {
  return { type: 'Word', parts: [{ type: 'SingleQuoted', value: text }] };
}

function redirection(fd: number, path: string): Redirection {
  return { type: 'Redirection', fd, operator: '>>', target: word(path) };
}
