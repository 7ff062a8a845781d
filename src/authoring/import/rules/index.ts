import { readLabel } from '../labels.ts';
import type { CodeBlock } from '../types.ts';
import { commandRule, documentationRule, labelRule, resultRule, titleRule } from './block-rules.ts';
import { promptsRule } from './prompts.ts';
import type { CodePart, ImportRule, RuleContext } from './types.ts';

/** In the order in which they are asked: what is written counts more than what a block looks like. */
const rules: readonly ImportRule[] = [promptsRule, labelRule, titleRule, resultRule, commandRule];

export function classifyCode(code: CodeBlock, context: RuleContext): readonly CodePart[] {
  for (const rule of rules) {
    const pieces = rule(code, context);
    if (pieces) return titled(pieces, code.title);
  }
  return titled(documentationRule(code, context), code.title);
}

/** The first piece has the title of the block; one that is a label is the site's to write. */
function titled([first, ...others]: readonly CodePart[], title: string | undefined): readonly CodePart[] {
  if (!first || !title) return first ? [first, ...others] : [];
  return [{ ...first, title: readLabel(`${title}:`) ? undefined : title }, ...others];
}
