import { Bash, type CommandNode, type PipelineNode, type WordNode } from 'just-bash';
import { asLet, withSubstitutedCommands } from './arithmetic.ts';
import { splitDeclaration } from './compound-assignment.ts';
import { containsNode, eachNode, type ParsedStatement, succeeding } from './shell-statements.ts';

export type FunctionDefinition = Extract<CommandNode, { type: 'FunctionDef' }>;
type Simple = Extract<CommandNode, { type: 'SimpleCommand' }>;
type For = Extract<CommandNode, { type: 'For' }>;
type Expansion = Extract<WordNode['parts'][number], { type: 'ParameterExpansion' }>;
type Quoted = Extract<WordNode['parts'][number], { type: 'DoubleQuoted' }>;

export interface Repaired {
  readonly statements: readonly ParsedStatement[];
  /** The functions that the script may define. */
  readonly functions: readonly FunctionDefinition[];
  /** True where the script may change arrays and attributes of variables. */
  readonly declares: boolean;
}

const DECLARING = /^(mapfile|readarray|read|declare|typeset|readonly|eval|source|\.)$/;

/** Fixes, in the syntax tree, what just-bash does unlike bash; notes what a later interpreter must know. */
export function repair(statements: readonly ParsedStatement[]): Repaired {
  const functions: FunctionDefinition[] = [];
  let declares = false;
  eachNode(statements, (node) => {
    if (node.type === 'Pipeline') fix(node as PipelineNode);
    else if (node.type === 'DoubleQuoted') pad(node as Quoted);
    // An item of a brace expansion is called Word, too, and holds one.
    else if (node.type === 'Word' && 'parts' in node) substitute(node as WordNode);
    else if (node.type === 'For') iterate(node as For);
    else if (node.type === 'ParameterExpansion') blame(node as Expansion);
    else if (node.type === 'FunctionDef') functions.push(node as FunctionDefinition);
    else if (node.type === 'SimpleCommand') declares ||= mayDeclare(node as Simple);
  });
  return { statements, functions, declares };
}

function fix(pipeline: PipelineNode): void {
  pipeline.commands = pipeline.commands.map((command) => {
    if (command.type === 'ArithmeticCommand') return asLet(command, parseRepaired);
    // `NAME=value` succeeds in bash; in just-bash it leaves `$?` as it was.
    return isPlainAssignment(command) ? succeeding(command) : splitDeclaration(command);
  });
}

/** `for NAME; do` goes over the arguments as they are; just-bash splits them. */
function iterate(loop: For): void {
  const each: Expansion = { type: 'ParameterExpansion', parameter: '@', operation: null };
  loop.words ??= [{ type: 'Word', parts: [{ type: 'DoubleQuoted', parts: [each] }] }];
}

/** The message of `${NAME:?message}` begins with the name. */
function blame({ parameter, operation }: Expansion): void {
  if (operation?.type !== 'ErrorIfUnset' || !operation.word) return;
  operation.word.parts.unshift({ type: 'Literal', value: `${parameter}: ` });
}

function substitute(word: WordNode | Quoted): void {
  word.parts = withSubstitutedCommands(word.parts, parseRepaired) as typeof word.parts;
}

/** Parses and repairs. In a browser just-bash exports no `parse`; what it transforms, it parses first. */
function parseRepaired(script: string): ParsedStatement[] {
  parser ??= new Bash({ commands: [], defenseInDepth: false });
  return [...repair(parser.transform(script).ast.statements).statements];
}

let parser: Bash | undefined;

/** Alone between its quotes, `"${NAME:-default}"` counts as unbound to just-bash when NAME is unset, under `set -u`. */
function pad(quoted: Quoted): void {
  substitute(quoted);
  const [only, ...more] = quoted.parts;
  const isPlain = only?.type === 'ParameterExpansion' && /^\w+$/.test(only.parameter);
  if (isPlain && only.operation && more.length === 0) quoted.parts = [{ type: 'Literal', value: '' }, only];
}

function isPlainAssignment(command: CommandNode): boolean {
  return (
    command.type === 'SimpleCommand' &&
    command.name === null &&
    command.assignments.length > 0 &&
    // The status of NAME=$(command) is the command's, and just-bash knows that.
    !containsNode(command.assignments, 'CommandSubstitution')
  );
}

function mayDeclare({ name, assignments }: Simple): boolean {
  const first = name?.parts[0];
  if (first?.type === 'Literal' && DECLARING.test(first.value)) return true;
  return assignments.some((assignment) => assignment.array !== null || assignment.name.includes('['));
}
