import { SIMULATED_FACTS } from '../../practice/index.ts';
import { type Page, type Role, stepForRun } from '../../procedure/index.ts';
import type { StepRef } from '../types.ts';

const TYPED_ROLES: ReadonlySet<Role> = new Set<Role>(['env', 'check', 'command', 'file']);

/** The steps whose commands a reader may type, those of the shown page first. Hidden ones are nobody's to type. */
export function stepsToType(pages: readonly Page[], shown: string | undefined): StepRef[] {
  return shownFirst(pages, shown).flatMap(({ id, locale, steps }) =>
    steps
      .map((step) => stepForRun(step, SIMULATED_FACTS, locale))
      .filter((step) => TYPED_ROLES.has(step.role) && !('skip' in step && step.skip !== undefined))
      .map((step) => ({ page: id, step: step.id })),
  );
}

/** The steps that let time pass, those of the shown page first. */
export function elapsesOf(
  pages: readonly Page[],
  shown: string | undefined,
): { readonly ref: StepRef; readonly durationMs: number }[] {
  return shownFirst(pages, shown).flatMap(({ id, steps }) =>
    steps.flatMap((step) =>
      step.role === 'elapse' ? [{ ref: { page: id, step: step.id }, durationMs: step.durationMs }] : [],
    ),
  );
}

function shownFirst(pages: readonly Page[], shown: string | undefined): readonly Page[] {
  return [...pages.filter(({ id }) => id === shown), ...pages.filter(({ id }) => id !== shown)];
}
