import { type ReactNode, useSyncExternalStore } from 'react';
import { versionNotice } from '../../site/new-version.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';

const Line = lazyComponent<{ reload(): void }>(() => import(/* webpackChunkName: "offline" */ './line.tsx'), {
  fallback: () => null,
});

/** Announces a version of the site that has come since; loads nothing as long as there is none. */
export function NewVersion(): ReactNode {
  const take = useSyncExternalStore(versionNotice.subscribe, versionNotice.get, () => undefined);
  return take && <Line reload={take} />;
}
