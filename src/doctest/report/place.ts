import type { PageReport, StepReport } from './types.ts';

type Placed = Pick<StepReport, 'file' | 'line' | 'failedLine'>;

/** The file that a step is written in: a partial, or its page. */
export const fileOf = (page: Pick<PageReport, 'file'>, { file }: Pick<StepReport, 'file'>): string =>
  file ?? page.file;

/** Names the file and the line at which a step begins: `docs/a.mdx:7`. */
export const startOf = (page: Pick<PageReport, 'file'>, step: Placed): string =>
  `${fileOf(page, step)}:${step.line}`;

/** Names the file and the line at which a step failed, as far as that is known. */
export const placeOfFailure = (page: Pick<PageReport, 'file'>, step: Placed): string =>
  `${fileOf(page, step)}:${step.failedLine ?? step.line}`;
