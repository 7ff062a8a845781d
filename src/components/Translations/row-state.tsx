import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Freshness } from '../../translation/types.ts';

/** In the order of the bar: what is done first. */
export const STATES = ['fresh', 'stale', 'untracked', 'missing', 'orphan'] as const satisfies Freshness[];

export const stateNames: Record<Freshness, ReactNode> = {
  fresh: <Translate id="tejun.translations.fresh">最新</Translate>,
  stale: <Translate id="tejun.translations.stale">原文に変更あり</Translate>,
  untracked: <Translate id="tejun.translations.untracked">未確認</Translate>,
  missing: <Translate id="tejun.translations.missing">未翻訳</Translate>,
  orphan: <Translate id="tejun.translations.orphan">原文なし</Translate>,
};
