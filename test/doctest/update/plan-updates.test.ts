import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { beginPage } from '../../../src/doctest/engine/page-run.ts';
import { createSessionSlot } from '../../../src/doctest/engine/session-slot.ts';
import { makePlan, planUpdates } from '../../../src/doctest/index.ts';
import { reportOutcome } from '../../../src/doctest/report/step.ts';
import type { StepReport } from '../../../src/doctest/report/types.ts';
import { changeFiles } from '../../../src/project/index.ts';
import { copyOfProject } from '../../cli/projects.ts';
import { edit, LANGUAGES, PAGE, pagesOf, STALE } from '../stale-pages.ts';

/** Runs the page in all languages, and writes what is stale. @returns the ids of steps that failed */
async function update(project: string, updatesExamples: true | 'adding' = true): Promise<string[]> {
  const plan = await makePlan({ root: project, pages: ['run-commands'], withPrerequisites: true });
  const lane = createSessionSlot();
  const reports = [];
  for (const { page, prerequisites, chain, accountFile } of plan.pages) {
    const account = { text: readFileSync(join(project, accountFile), 'utf8'), file: accountFile };
    const target = { target: 'sandbox', shell: 'simulated', root: project } as const;
    const run = await beginPage(lane, {
      ...{ page, prerequisites, chain, account, target, seed: 'tejun', updatesExamples },
    });
    const steps: StepReport[] = [];
    for (const [index, step] of page.steps.entries()) steps.push(reportOutcome(step, await run.step(index)));
    await run.end();
    reports.push({ page: page.id, locale: page.locale, file: page.file, steps, errors: [] });
  }
  await lane.clear();
  const { changes, problems } = planUpdates(plan, reports);
  expect(problems).toEqual([]);
  changeFiles(project, changes);
  return reports.flatMap(({ steps }) => steps.flatMap(({ id, status }) => (status === 'failed' ? [id] : [])));
}

describe('an update', () => {
  test('writes nothing of a wrong run', async () => {
    const project = copyOfProject();
    edit(project, [
      ['(InvalidClientTokenId)', '(AccessDenied)'],
      ['aws s3 ls \n', 'aws s3 ls s3://somebody-elses-bucket\n'],
    ]);
    const before = pagesOf(project);
    expect(await update(project)).toHaveLength(2 * LANGUAGES.length);
    expect(pagesOf(project)).toEqual(before);
  });

  test('makes a translation follow its source', async () => {
    const project = copyOfProject();
    const right = pagesOf(project);
    edit(project, STALE.slice(0, 1), LANGUAGES.slice(1));
    expect(await update(project)).toEqual([]);
    expect(pagesOf(project)).toEqual(right);
  });

  test('adds what a step prints and no result shows, in all languages, masked', async () => {
    const project = copyOfProject();
    const command = '```bash command\naws sts get-caller-identity\n```\n';
    for (const [path, text] of Object.entries(pagesOf(project)).filter(([path]) => path.endsWith(PAGE)))
      writeFileSync(join(project, path), `${text}\n${command}`);
    expect(await update(project, 'adding')).toEqual([]);
    for (const [path, text] of Object.entries(pagesOf(project))) {
      if (!path.endsWith(PAGE)) continue;
      const added = text.slice(text.lastIndexOf(command));
      expect(added).toMatch(/^```bash command\naws sts get-caller-identity\n```\n\n```json result\n\{\n/);
      expect(added).not.toMatch(/\d{12}/);
    }
    const right = pagesOf(project);
    expect(await update(project, 'adding')).toEqual([]);
    expect(pagesOf(project)).toEqual(right);
  });

  test('is refused where a page was changed while it ran', () => {
    const project = copyOfProject();
    const change = { file: `docs/${PAGE}`, before: 'other', after: 'new' };
    const before = pagesOf(project);
    expect(() => changeFiles(project, [change])).toThrow(/was changed in the meantime/);
    expect(pagesOf(project)).toEqual(before);
  });
});
