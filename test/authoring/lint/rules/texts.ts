import type { ScriptRule, TextRule } from '../../../../src/authoring/lint/types.ts';

/** Returns the texts that a rule is against. */
export const foundIn = (rule: TextRule | ScriptRule, text: string): string[] =>
  rule.find(text).map((found) => found.text);
