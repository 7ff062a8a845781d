import { createTwoFilesPatch } from 'diff';
import type { PageChange } from './plan-updates.ts';

/** The changes as `git diff` would show them. */
export function changesText(changes: readonly PageChange[]): string {
  return changes
    .map(({ file, before, after }) => {
      const [a, b] = [before, after].map((text) => text.replace(/\r\n?/g, '\n')) as [string, string];
      const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, a, b, undefined, undefined, { context: 3 });
      return patch.replace(/^=+\n/, '').trimEnd();
    })
    .join('\n');
}
