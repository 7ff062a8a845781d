import { changeFiles } from '../../project/index.ts';
import { movePages } from '../../translation/index.ts';
import { PASSED } from '../exit-codes.ts';
import { finishInterrupted } from '../interrupted.ts';

/** `tejun i18n mv`: moves a page or a course in every language, with all that is kept about it. */
export function move(from: string, to: string, { root }: { readonly root: string }): number {
  finishInterrupted(root);
  const { changes, removed } = movePages(root, from, to);
  changeFiles(root, changes, removed);
  for (const { file } of changes) console.log(file);
  for (const file of removed) console.log(`${file}  removed`);
  return PASSED;
}
