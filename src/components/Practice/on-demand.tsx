import Translate from '@docusaurus/Translate';
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';

/** A part of the page that comes with the first click. Where it cannot be loaded, that is said in its place. */
export function onDemand<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().catch(() => ({ default: NotLoaded })));
}

function NotLoaded(): ReactNode {
  return (
    <p role="alert" style={{ margin: 0, padding: '0.5rem 1rem' }}>
      <Translate id="tejun.notice.unloaded">
        必要なファイルを読み込めませんでした。ネットワークを確認して、ページを読み込み直してください。
      </Translate>
    </p>
  );
}
