import type { Page, Step } from '../procedure/index.ts';

/** A redrawn line is no longer read where it changes more often than this. */
const REDRAWN_MS = 100;

/** One line at the end of a terminal that names the step that runs; nothing elsewhere, as in a log. */
export function createProgressLine(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>,
  now = (): number => performance.now(),
) {
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show: (page: Page, step: Step): void => {
      if (!stream.isTTY || now() - shownAt < REDRAWN_MS) return;
      const text = `running  ${page.locale}  ${page.id}:${step.span.start.line} ${step.id}`;
      stream.write(`\r\x1b[2K${text.slice(0, Math.max(0, (stream.columns ?? 80) - 1))}`);
      shownAt = now();
      isShown = true;
    },
    clear: (): void => {
      if (isShown) stream.write('\r\x1b[2K');
      isShown = false;
    },
  };
}
