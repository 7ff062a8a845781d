import Translate from '@docusaurus/Translate';
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';

type Loaded<Props> = { readonly default: ComponentType<Props> };

/** A part of the page that comes when it is wanted. Where it cannot be loaded, that is said in its place. */
export function onDemand<Props extends object>(
  load: () => Promise<Loaded<Props>>,
  Instead: ComponentType<Props> = NotLoaded,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().catch(() => ({ default: Instead })));
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
