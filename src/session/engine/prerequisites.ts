import { SIMULATED_FACTS } from '../../practice/index.ts';
import {
  isHidden,
  type Page,
  prerequisites,
  type Role,
  type Step,
  stepForRun,
} from '../../procedure/index.ts';
import type { StepRef } from '../types.ts';

/**
 * Lists the prerequisite steps that were not run, in order: of the pages before, and of its own page. Hidden
 * steps are run with those that the reader sees.
 */
export function missingSteps(
  ref: StepRef,
  pages: readonly Page[],
  isDone: (ref: StepRef) => boolean,
): StepRef[] {
  const page = pages.find(({ id }) => id === ref.page);
  if (!page) return [];
  const own = page.steps.slice(0, placeOf(page, ref));
  const shown = (steps: readonly Step[]) => steps.filter((step) => !isHidden(step));
  return [
    ...prerequisites(page, pages).flatMap((other) => refsOf(other, shown(other.steps))),
    ...refsOf(page, shown(own)),
  ].filter((other) => !isDone(other));
}

/**
 * The hidden steps that are run with a step, in the order in which a run of the whole page comes to them: those above it
 * that were not run, and those that clean up between it and the next one that is seen.
 */
export function hiddenStepsAround(
  ref: StepRef,
  pages: readonly Page[],
  isDone: (ref: StepRef) => boolean,
): { before: StepRef[]; after: StepRef[] } {
  const page = pages.find(({ id }) => id === ref.page);
  if (!page) return { before: [], after: [] };
  const place = placeOf(page, ref);
  const above = page.steps.slice(0, place);
  const first = above.findIndex((step) => !isHidden(step));
  // A clean-up step above all shown steps prepares them; further down it belongs to the step above.
  const preparing = above.filter(
    (step, index) => step.role === 'setup' || (isHidden(step) && (first < 0 || index < first)),
  );
  const later = page.steps.slice(place + 1);
  const visible = later.findIndex((step) => !isHidden(step));
  const behind = later.slice(0, visible < 0 ? later.length : visible);
  return {
    before: refsOf(page, preparing).filter((other) => !isDone(other)),
    after: refsOf(
      page,
      behind.filter(({ role }) => role === 'cleanup'),
    ),
  };
}

function placeOf(page: Page, { step }: StepRef): number {
  return page.steps.findIndex(({ id }) => id === step);
}

function refsOf(page: Page, steps: readonly Step[]): StepRef[] {
  return steps.map(({ id }) => ({ page: page.id, step: id }));
}

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
