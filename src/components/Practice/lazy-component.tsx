import Translate from '@docusaurus/Translate';
import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react';

type Loaded<Props> = { readonly default: ComponentType<Props> };

interface Substitutes<Props> {
  /** Component shown until the part is loaded; nothing by default. */
  readonly loading?: ComponentType<Props>;
  /** Component shown where it cannot be loaded; a message by default. */
  readonly fallback?: ComponentType<Props>;
}

/**
 * A part of the page that comes when it is first shown. Not by `Suspense`: what that has waited for, React keeps back
 * until a third of a second has gone since it was asked for, and a reader who has pressed a button waits.
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<Loaded<Props>>,
  { loading: Before = Nothing, fallback: Instead = NotLoaded }: Substitutes<Props> = {},
): ComponentType<Props> {
  let part: ComponentType<Props> | undefined;
  let isAsked = false;
  const listeners = new Set<() => void>();
  const come = (loaded: ComponentType<Props>) => {
    part = loaded;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (!isAsked) {
      isAsked = true;
      load().then(
        (loaded) => come(loaded.default),
        () => come(Instead),
      );
    }
    return () => void listeners.delete(listener);
  };
  // biome-ignore lint/correctness/noComponentHookFactories: parts are made where a module begins, not in a component
  return function OnDemand(props) {
    const Part = useSyncExternalStore(
      subscribe,
      () => part,
      () => undefined,
    );
    return Part ? <Part {...props} /> : <Before {...props} />;
  };
}

function Nothing(): ReactNode {
  return null;
}

export function NotLoaded(): ReactNode {
  return (
    <p role="alert" style={{ margin: 0, padding: '0.5rem 1rem' }}>
      <Translate id="tejun.notice.unloaded">
        必要なファイルを読み込めませんでした。ネットワークを確認して、ページを読み込み直してください。
      </Translate>
    </p>
  );
}
