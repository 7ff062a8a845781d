import type { CommandNode, ScriptNode, StatementNode, WordNode } from 'just-bash';

export type ParsedStatement = StatementNode;
type Simple = Extract<CommandNode, { type: 'SimpleCommand' }>;
type Redirection = Simple['redirections'][number];

/** A simple command of plain words, safe under `set -e`: `NAME ... && :` ends with the status of NAME. */
export function simpleCommand(...words: readonly [string, ...string[]]): ParsedStatement {
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
export function captured(body: Iterable<ParsedStatement>, stdout: string, stderr: string): ParsedStatement {
  return statement([
    {
      type: 'Group',
      body: body as ParsedStatement[],
      redirections: [redirection(1, stdout), redirection(2, stderr)],
    },
  ]);
}

/** `{ ...; :; }`: whatever happens inside, the status is 0. */
export function succeeding(body: CommandNode): CommandNode {
  return braceGroup([statement([body]), statement([NOTHING])]);
}

/** `{ ...; }` */
export function braceGroup(body: ParsedStatement[]): CommandNode {
  return { type: 'Group', body, redirections: [] };
}

/** `( ... )` */
export function subshell(body: readonly ParsedStatement[]): ParsedStatement {
  return statement([{ type: 'Subshell', body: [...body], redirections: [] }]);
}

/**
 * A script whose statements need not exist when it starts: the interpreter walks them with `for ... of`,
 * one after the other has run.
 */
export function scriptOf(statements: Iterable<ParsedStatement>): ScriptNode {
  return { type: 'Script', statements: statements as ParsedStatement[] };
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
export function assignment(variables: Readonly<Record<string, string>>): ParsedStatement {
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
  operators: ParsedStatement['operators'] = [],
): ParsedStatement {
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

interface Node {
  readonly type: string;
}

/** Visits every node of a syntax tree, children first: a visitor may replace them. */
export function eachNode(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) eachNode(item, visit);
  } else if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) eachNode(child, visit);
    if ('type' in value && typeof value.type === 'string') visit(value as Node);
  }
}

/** Tells whether the tree has a node of this type. */
export function containsNode(value: unknown, type: string): boolean {
  let found = false;
  eachNode(value, (node) => {
    found ||= node.type === type;
  });
  return found;
}
