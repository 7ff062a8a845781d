import type { CodeBlock, LabelRole, StepRole } from '../types.ts';

/** A part of a block of code: what it is, and the line of the old text where it begins. */
export type CodePart =
  | {
      readonly kind: 'step';
      readonly role: StepRole;
      readonly body: readonly string[];
      readonly line: number;
      readonly title?: string;
      readonly doubt?: Doubt;
    }
  | {
      readonly kind: 'result';
      readonly body: readonly string[];
      readonly line: number;
      readonly title?: string;
      readonly doubt?: Doubt;
    }
  | {
      readonly kind: 'fence';
      readonly lang: string;
      readonly body: readonly string[];
      readonly line: number;
      readonly title?: string;
      readonly doubt?: Doubt;
    };

interface Doubt {
  readonly message: string;
  readonly fix: string;
}

export interface RuleContext {
  /** Role in the label before the block. */
  readonly label?: LabelRole;
  /** Line of the step before, when it has no result example yet. */
  readonly step?: number;
}

/** A rule that identifies a block of code; undefined where it cannot tell. */
export type ImportRule = (code: CodeBlock, context: RuleContext) => readonly CodePart[] | undefined;
