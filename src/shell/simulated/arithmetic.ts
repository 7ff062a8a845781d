import type { CommandNode, WordNode } from 'just-bash';
import { containsNode, type ParsedStatement } from './shell-statements.ts';

type Part = WordNode['parts'][number];
type Expansion = Extract<Part, { type: 'ArithmeticExpansion' }>;
type ArithmeticCommand = Extract<CommandNode, { type: 'ArithmeticCommand' }>;

/** Parses a script whose nodes behave as bash's. */
type ParseScript = (script: string) => ParsedStatement[];

/** Assignments, which would be lost in the subshell of a command substitution. */
const ASSIGNS = /\+\+|--|(?<![=!<>])=(?!=)/;

/**
 * Rewrites `$(( ))` where a command is substituted in it: just-bash runs that command without the session's variables.
 * `let` expands its argument as a word first, as bash does with the whole expression.
 *
 * @example $(( $(date +%s) - START )) becomes $(let "n = $(date +%s) - START"; echo "$n")
 */
export function withSubstitutedCommands(parts: readonly Part[], parse: ParseScript): Part[] {
  return parts.map((part) => {
    if (part.type !== 'ArithmeticExpansion' || !substitutes(part)) return part;
    const text = part.expression.originalText ?? '';
    if (ASSIGNS.test(withoutCommands(text)))
      throw new Error(
        'this shell does not assign in $(( )) where a command is substituted, too: assign in a line of its own',
      );
    const statements = parse(`let "__tejun_sum = ( ${text} )" || :; echo "$__tejun_sum"`);
    return { type: 'CommandSubstitution', body: { type: 'Script', statements }, legacy: false };
  });
}

/** Rewrites `(( ))` where a command is substituted in it as the `let` that it is short for. */
export function asLet(command: ArithmeticCommand, parse: ParseScript): CommandNode {
  if (!substitutes(command)) return command;
  const [statement] = parse(`let "${command.expression.originalText ?? ''}"`);
  const made = statement?.pipelines[0]?.commands[0];
  if (!made) throw new Error('let was parsed as no command');
  return made;
}

function substitutes(node: Expansion | ArithmeticCommand): boolean {
  return containsNode(node, 'ArithCommandSubst');
}

/** The expression with its commands, which end at the matching parenthesis, cut out. */
function withoutCommands(text: string): string {
  let kept = '';
  for (let index = 0, depth = 0; index < text.length; index += 1) {
    if (depth === 0 && text.startsWith('$(', index)) {
      depth = 1;
      index += 1;
    } else if (depth > 0) depth += text[index] === '(' ? 1 : text[index] === ')' ? -1 : 0;
    else kept += text[index];
  }
  return kept.replace(/`[^`]*`/g, '');
}
