import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { NotLoaded } from '../Practice/lazy-component.tsx';

/**
 * A part that is written into the page when it is built, and loaded when what hides it is first opened. Until then
 * React leaves the written part as it is: without scripts, in print and in a search of the page it is there.
 */
export function lazyOnOpen<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): { readonly Part: LazyExoticComponent<ComponentType<Props>>; open(): void } {
  let open = () => {};
  const isOpened = ExecutionEnvironment.canUseDOM
    ? new Promise<void>((resolve) => {
        open = resolve;
      })
    : Promise.resolve();
  const Part = lazy<ComponentType<Props>>(() => isOpened.then(load).catch(() => ({ default: NotLoaded })));
  return { Part, open: () => open() };
}
