import type { Page } from '../../src/procedure/index.ts';
import type { Course } from '../../src/site/courses.ts';
import { writeFenceMarks } from '../../src/site/fence-metadata.ts';
import type { Sample } from '../../src/site/page-data.ts';
import { highlight } from '../remark/highlight-code.ts';

/**
 * Takes the sample from the first page of a course whose first step is a command with a result: nothing has to be run
 * before it. `null`, which JSON knows, where no course begins like that.
 */
export function sampleOf(
  courses: readonly Course[],
  pageOf: (id: string) => Page | undefined,
): Sample | null {
  for (const { title, permalink, pages } of courses) {
    const first = pages.find(({ info }) => info);
    const step = first && pageOf(first.id)?.steps[0];
    if (!first?.info || step?.role !== 'command' || !step.result || step.skip) continue;
    const { form, body, match, reason } = step.result;
    return {
      course: { title, permalink },
      page: { id: first.id, pages: { [first.id]: first.info }, records: [] },
      step: step.id,
      fences: [
        {
          language: 'bash',
          metastring: writeFenceMarks({ role: 'command', id: step.id }),
          paint: highlight(step.script, 'bash'),
          children: step.script,
        },
        {
          language: form,
          metastring: writeFenceMarks({ role: 'result', id: step.id, match, reason }),
          paint: highlight(body, form),
          children: body,
        },
      ],
    };
  }
  return null;
}
