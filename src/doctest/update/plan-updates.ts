import { say } from '../../language/index.ts';
import type { Page } from '../../procedure/index.ts';
import { type FileChange, readText, readTextIfThere } from '../../project/index.ts';
import type { Plan, PlannedPage } from '../plan/types.ts';
import type { PageReport } from '../report/types.ts';
import { rewritePage } from './rewrite-page.ts';

/** A page with other result examples. */
export interface PageChange extends FileChange {
  readonly before: string;
}

export interface Updates {
  readonly changes: readonly PageChange[];
  /** Why a page is left as it is although a result on it is stale, one sentence each. */
  readonly problems: readonly string[];
}

/** Computes the new texts of stale pages: a page in all its languages, or in none. */
export function planUpdates(plan: Plan, reports: readonly PageReport[]): Updates {
  const changes: PageChange[] = [];
  const problems: string[] = [];
  const ids = new Set(
    reports.filter(({ steps }) => steps.some(({ revised }) => revised !== undefined)).map(({ page }) => page),
  );
  for (const id of ids) {
    const versions = plan.library
      .filter(({ page }) => page.id === id)
      .sort((a, b) => Number(a.page.isTranslation ?? false) - Number(b.page.isTranslation ?? false));
    const found = pageChanges(versions, reports, plan);
    if (found.problems.length > 0) problems.push(...found.problems);
    else changes.push(...found.changes);
  }
  return { changes, problems };
}

/** `versions`: the source first; the others show what it shows. */
function pageChanges(
  versions: readonly PlannedPage[],
  reports: readonly PageReport[],
  { root, factsOf }: Plan,
): Updates {
  const [source] = versions;
  const changes: PageChange[] = [];
  const problems: string[] = [];
  if (!source) return { changes, problems };
  const written = revisedBodies(source.page, reports);
  const readPartial = (file: string): string | undefined => readTextIfThere(root, file)?.text;
  for (const { page } of versions) {
    const own =
      page === source.page ? written : followed(source.page, written, page, revisedBodies(page, reports));
    if (typeof own === 'string') problems.push(own);
    else if (own.size > 0) {
      // A text that an editor saved since the run stays, or the steps are others and nothing is written.
      const { text: before = '' } = readText(root, page.file);
      const partial = page.steps.find(({ id, file }) => own.has(id) && file !== undefined)?.file;
      const rewritten = partial
        ? {
            problem: say`A stale result stands in ${partial}, which other pages may show too. Write it by hand.`,
          }
        : rewritePage(before, page, own, { facts: factsOf?.(page), readPartial });
      if ('problem' in rewritten) problems.push(`${page.file} was not updated. ${rewritten.problem}`);
      else if (rewritten.source !== before)
        changes.push({ file: page.file, before, after: rewritten.source });
    }
  }
  return { changes, problems };
}

function revisedBodies({ file }: Page, reports: readonly PageReport[]): Map<string, string> {
  const steps = reports.find((report) => report.file === file)?.steps ?? [];
  return new Map(steps.flatMap(({ id, revised }) => (revised === undefined ? [] : [[id, revised] as const])));
}

/** The bodies of a translation: fences are the same in every language. Or why they cannot be. */
function followed(
  source: Page,
  written: ReadonlyMap<string, string>,
  page: Page,
  own: ReadonlyMap<string, string>,
): Map<string, string> | string {
  const bodies = new Map<string, string>();
  for (const id of new Set([...written.keys(), ...own.keys()])) {
    const [there, here] = [exampleOf(source, id), exampleOf(page, id)];
    const added = written.get(id);
    if (there === undefined && here === undefined && added !== undefined && hasStep(page, id)) {
      bodies.set(id, added);
      continue;
    }
    if (there === undefined || here === undefined)
      return say`${page.file} was not updated: it does not have the steps of ${source.file}. Make their fences equal.`;
    const wanted = written.get(id) ?? there;
    if (wanted !== here) bodies.set(id, wanted);
    else if (own.has(id))
      return say`${page.file} was not updated: ${id} is stale in it, but not in ${source.file}, which shows the same.`;
  }
  return bodies;
}

function exampleOf(page: Page, id: string): string | undefined {
  const step = page.steps.find((one) => one.id === id);
  return step && 'result' in step ? step.result?.body : undefined;
}

const hasStep = ({ steps }: Page, id: string): boolean => steps.some((step) => step.id === id);
