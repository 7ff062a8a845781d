import type { Page, Problem, Step } from '../../procedure/index.ts';

/** Something that a rule is against, in a text. */
export interface Found {
  /** Offset in the text that the rule was given. */
  readonly index: number;
  /** Text as written: an allowance may name it. */
  readonly text: string;
  /** The problem, in one sentence. */
  readonly message: string;
  /** Instruction for the writer, in one sentence. */
  readonly fix: string;
  /** The correction, where it needs no decision. */
  readonly edit?: LintEdit;
}

/** Text that stands in place of `length` characters from the found place on, in one line. */
interface LintEdit {
  readonly length: number;
  readonly replacement: string;
}

export interface LintProblem extends Problem {
  readonly edit?: LintEdit;
}

/** Reads whole files: front matter, prose, commands and result examples alike. */
export interface TextRule {
  readonly name: string;
  readonly reads: 'text';
  find(text: string): readonly Found[];
}

/** Reads the script of each step. */
export interface ScriptRule {
  readonly name: string;
  readonly reads: 'script';
  find(script: string): readonly Found[];
}

/** Reads the pages of one course in one language, in the order in which they are followed. */
export interface CourseRule {
  readonly name: string;
  readonly reads: 'course';
  find(pages: readonly Page[]): readonly FoundInStep[];
}

export interface FoundInStep extends Found {
  readonly page: Page;
  readonly step: ScriptedStep;
}

/** A step whose fence is a script. */
export type ScriptedStep = Exclude<Step, { role: 'elapse' | 'file' }>;

export const isScripted = (step: Step): step is ScriptedStep =>
  step.role !== 'elapse' && step.role !== 'file';

export type LintRule = TextRule | ScriptRule | CourseRule;
