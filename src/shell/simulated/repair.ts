import type { CommandNode, PipelineNode } from 'just-bash';
import { type Statement, succeeding } from './statements.ts';
import { contains, each } from './walk.ts';

export type FunctionDefinition = Extract<CommandNode, { type: 'FunctionDef' }>;
type Simple = Extract<CommandNode, { type: 'SimpleCommand' }>;

export interface Repaired {
  readonly statements: readonly Statement[];
  /** The functions that the script may define. */
  readonly functions: readonly FunctionDefinition[];
  /** Whether the script may change an array. */
  readonly arrays: boolean;
}

const SETS_ARRAYS = /^(mapfile|readarray|read|declare|typeset|eval|source|\.)$/;

/** Mends, in the syntax tree, what just-bash does unlike bash; notes what a later life must know. */
export function repair(statements: readonly Statement[]): Repaired {
  const functions: FunctionDefinition[] = [];
  let arrays = false;
  each(statements, (node) => {
    if (node.type === 'Pipeline') mendStatus(node as PipelineNode);
    else if (node.type === 'FunctionDef') functions.push(node as FunctionDefinition);
    else if (node.type === 'SimpleCommand') arrays ||= touchesArrays(node as Simple);
  });
  return { statements, functions, arrays };
}

/** `NAME=value` succeeds in bash; in just-bash it leaves `$?` as it was. */
function mendStatus(pipeline: PipelineNode): void {
  pipeline.commands = pipeline.commands.map((command) =>
    isPlainAssignment(command) ? succeeding(command) : command,
  );
}

function isPlainAssignment(command: CommandNode): boolean {
  return (
    command.type === 'SimpleCommand' &&
    command.name === null &&
    command.assignments.length > 0 &&
    // The status of NAME=$(command) is the command's, and just-bash knows that.
    !contains(command.assignments, 'CommandSubstitution')
  );
}

function touchesArrays({ name, assignments }: Simple): boolean {
  const first = name?.parts[0];
  if (first?.type === 'Literal' && SETS_ARRAYS.test(first.value)) return true;
  return assignments.some((assignment) => assignment.array !== null || assignment.name.includes('['));
}
