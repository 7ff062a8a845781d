import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/** Words of the button, which is there before it can be pressed. */
export const KeepLabel = (): ReactNode => (
  <Translate id="tejun.offline.keep">このハンズオンをオフライン用に保存</Translate>
);
