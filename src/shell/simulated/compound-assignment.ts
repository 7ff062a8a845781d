import type { CommandNode, WordNode } from 'just-bash';
import { braceGroup, type ParsedStatement, statement } from './shell-statements.ts';

type Simple = Extract<CommandNode, { type: 'SimpleCommand' }>;
type Part = WordNode['parts'][number];

const OPENING = /^([A-Za-z_]\w*)=\(/;

/**
 * `declare -A NAME=([key]="a b")` -> `{ declare -A NAME; NAME=([key]="a b"); }`: just-bash reads the first as one
 * word and loses its quotes, the second as it should.
 */
export function splitDeclaration(command: CommandNode): CommandNode {
  if (command.type !== 'SimpleCommand' || !declares(command)) return command;
  const assignments: ParsedStatement[] = [];
  const args = command.args.map((arg) => {
    const array = arrayOf(arg);
    if (!array) return arg;
    assignments.push(
      statement([{ type: 'SimpleCommand', assignments: [array], name: null, args: [], redirections: [] }]),
    );
    return literal(array.name);
  });
  return assignments.length === 0 ? command : braceGroup([statement([{ ...command, args }]), ...assignments]);
}

/** Not with `-r`: a readonly array cannot be filled afterwards. */
function declares({ name, args }: Simple): boolean {
  if (!/^(declare|typeset|local)$/.test(textOf(name?.parts[0]))) return false;
  return !args.some((arg) => /^-\w*r/.test(textOf(arg.parts[0])));
}

function arrayOf({ parts }: WordNode): Simple['assignments'][number] | undefined {
  const name = OPENING.exec(textOf(parts[0]))?.[1];
  if (name === undefined || !textOf(parts.at(-1)).endsWith(')')) return undefined;
  return { type: 'Assignment', name, value: null, append: false, array: elements(parts) };
}

/** The words between the parentheses. */
function elements(parts: readonly Part[]): WordNode[] {
  const words: Part[][] = [[]];
  parts.forEach((part, index) => {
    if (part.type !== 'Literal') {
      words.at(-1)?.push(part);
      return;
    }
    const start = index === 0 ? part.value.replace(OPENING, '') : part.value;
    const text = index === parts.length - 1 ? start.replace(/\)$/, '') : start;
    text.split(/\s+/).forEach((piece, position) => {
      if (position > 0) words.push([]);
      if (piece !== '') words.at(-1)?.push({ type: 'Literal', value: piece });
    });
  });
  return words.filter((word) => word.length > 0).map((word) => ({ type: 'Word', parts: word }));
}

function literal(text: string): WordNode {
  return { type: 'Word', parts: [{ type: 'Literal', value: text }] };
}

function textOf(part: Part | undefined): string {
  return part?.type === 'Literal' ? part.value : '';
}
