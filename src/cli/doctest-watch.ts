import { type Plan, pageFailed, type WatchOptions, watchPlan } from '../doctest/index.ts';
import { INTERRUPTED, PAGE_FAILED, PASSED } from './exit-codes.ts';

/** Watches until Ctrl-C (exit code 130) or `q`, whose exit code says whether the last verdicts of all pages are good. */
export async function watchPages(plan: Plan, options: WatchOptions): Promise<never> {
  const failed = new Map<string, boolean>();
  process.once('SIGINT', () => process.exit(INTERRUPTED));
  onKey((key) => {
    if (key === '\u0003') process.exit(INTERRUPTED);
    if (key === 'q') process.exit([...failed.values()].some(Boolean) ? PAGE_FAILED : PASSED);
  });
  return watchPlan(plan, {
    ...options,
    onEnd: (report) => {
      for (const page of report.pages) failed.set(page.file, pageFailed(page));
      options.onEnd(report);
    },
  });
}

/** In a terminal a key is read when it is pressed; Ctrl-C is then a key too. */
function onKey(react: (key: string) => void): void {
  const { stdin } = process;
  if (!stdin.isTTY) return;
  stdin.setRawMode(true);
  stdin.unref();
  stdin.on('data', (chunk) => react(chunk.toString()));
  process.once('exit', () => stdin.setRawMode(false));
}
