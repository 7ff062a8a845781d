import { language, say } from '../../language/index.ts';
import { isCompared, type Page, type Step } from '../../procedure/index.ts';
import { type Diagnosis, explainDiagnosis } from '../../teaching/index.ts';
import type { TimedOutcome } from '../engine/page-run.ts';
import type { PageFailure } from '../engine/types.ts';
import { accountLines } from './account-lines.ts';
import { mendOf } from './mend.ts';
import type { StepReport } from './types.ts';

type Described = Pick<StepReport, 'id' | 'file' | 'line' | 'role' | 'command' | 'compared'>;

/** Describes a step in a report before it is run. */
export function describeStep(step: Step): Described {
  const command = step.role === 'elapse' ? `<Elapse duration="${span(step.durationMs)}" />` : step.script;
  return {
    id: step.id,
    ...(step.file !== undefined && { file: step.file }),
    line: step.span.start.line,
    role: step.role,
    command,
    compared: isCompared(step),
  };
}

/** Title of the page, then number, id and first line of the step: `Save a file 2 step-2: echo saved`. */
function stepName(page: Page, index: number): string {
  const step = page.steps[index];
  if (!step) return page.title;
  const { id, command } = describeStep(step);
  return `${page.title} ${index + 1} ${id}: ${command.split('\n')[0]}`;
}

/** Tells for a step of a page, by its place from 0, whether its name matches a regular expression. */
export function nameFilter(pattern: string): (page: Page, index: number) => boolean {
  const expression = new RegExp(pattern);
  return (page, index) => expression.test(stepName(page, index));
}

/** Reports a step that passed, where no more is to be said of it. */
export const reportPass = (step: Step, durationMs: number): StepReport => ({
  ...describeStep(step),
  status: 'passed',
  durationMs,
});

/** Tells whether a report says no more than `reportPass` can. */
export const isPlainPass = ({ status, verdict, revised }: StepReport): boolean =>
  status === 'passed' && verdict === undefined && revised === undefined;

export function reportOutcome(step: Step, { outcome, durationMs }: TimedOutcome): StepReport {
  const base = { ...describeStep(step), durationMs: Math.round(durationMs * 1000) / 1000 };
  if (outcome.status === 'skipped') return { ...base, status: 'skipped', reason: outcome.reason };
  const { bindings: _, ...verdict } = outcome.verdict ?? { bindings: undefined };
  const shown = 'passed' in verdict ? verdict : undefined;
  if (outcome.status === 'passed') {
    const { revised } = outcome;
    return { ...base, status: 'passed', verdict: shown?.notices.length ? shown : undefined, revised };
  }
  const { stdout, stderr } = outcome.output;
  return {
    ...base,
    status: 'failed',
    reason: outcome.reason,
    follows: outcome.follows,
    // A failure that an earlier one explains has no cause of its own.
    cause: outcome.follows ? undefined : (mendOf(step, outcome) ?? causeOf(outcome.diagnosis)),
    accountLines: outcome.follows ? undefined : accountLines(step, outcome.output),
    failedLine: failedLine(step, shown?.differences.find(({ line }) => line !== undefined)?.line),
    verdict: shown,
    output: { stdout, stderr },
  };
}

/** The first step of a page whose prelude failed carries the reason; the others are skipped. */
export function reportBlocked(step: Step, failure: PageFailure): StepReport {
  return { ...describeStep(step), status: 'failed', durationMs: 0, reason: blockedReason(failure) };
}

/** Says why a page was not run. */
export const blockedReason = ({ file, line, reason }: PageFailure): string =>
  say`The page was not run, because ${file}:${line}, on which it builds, failed: ${reason}`;

/** In the language of the command line. */
function causeOf(diagnosis: Diagnosis | undefined): string | undefined {
  const told = diagnosis && explainDiagnosis(diagnosis, language());
  return told && `${told.cause} ${told.remedy}`;
}

function failedLine(step: Step, lineOfExample: number | undefined): number {
  const example = 'result' in step ? step.result : undefined;
  if (!example || lineOfExample === undefined) return step.span.start.line;
  return example.bodySpan.start.line + lineOfExample - 1;
}

function span(milliseconds: number): string {
  const units = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;
  const [unit, size] = Object.entries(units).find(([, size]) => milliseconds % size === 0) ?? ['ms', 1];
  return `${milliseconds / size}${unit}`;
}

/** `1.25 s` */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
