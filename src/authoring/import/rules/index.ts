import { readLabel } from '../labels.ts';
import type { CodeBlock } from '../types.ts';
import { command } from './command.ts';
import { documentation } from './documentation.ts';
import { label } from './label.ts';
import { prompts } from './prompts.ts';
import { result } from './result.ts';
import { title } from './title.ts';
import type { Context, Piece, Rule } from './types.ts';

/** In the order in which they are asked: what is written counts more than what a block looks like. */
const rules: readonly Rule[] = [prompts, label, title, result, command];

export function classify(code: CodeBlock, context: Context): readonly Piece[] {
  for (const rule of rules) {
    const pieces = rule(code, context);
    if (pieces) return titled(pieces, code.title);
  }
  return titled(documentation(code, context), code.title);
}

/** The first piece has the title of the block; one that is a label is the site's to write. */
function titled([first, ...others]: readonly Piece[], title: string | undefined): readonly Piece[] {
  if (!first || !title) return first ? [first, ...others] : [];
  return [{ ...first, title: readLabel(`${title}:`) ? undefined : title }, ...others];
}
