import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SessionStepOutcome } from '../../session/index.ts';
import styles from './styles.module.css';

export type VerdictKind = 'expected' | 'succeeded' | 'elapsed' | 'differs' | 'stopped' | 'skipped';

export function verdictKind(outcome: SessionStepOutcome): VerdictKind {
  if (outcome.status === 'skipped') return 'skipped';
  if (outcome.output?.stopped !== undefined) return 'stopped';
  if (outcome.status === 'failed') return 'differs';
  if (!outcome.output) return 'elapsed';
  return (outcome.verdict?.diff.length ?? 0) > 0 ? 'expected' : 'succeeded';
}

/** The same words are shown and, by the bar of the page, said. */
export function verdictText(kind: VerdictKind): string {
  switch (kind) {
    case 'expected':
      return translate({ id: 'tejun.verdict.expected', message: '期待どおりです' });
    case 'succeeded':
      return translate({ id: 'tejun.verdict.succeeded', message: '成功しました' });
    case 'elapsed':
      return translate({ id: 'tejun.verdict.elapsed', message: '時間を進めました' });
    case 'differs':
      return translate({ id: 'tejun.verdict.differs', message: '例と異なります' });
    case 'stopped':
      return translate({
        id: 'tejun.verdict.stopped',
        message: '停止しました。実行する前の状態に戻っています',
      });
    case 'skipped':
      return translate({ id: 'tejun.verdict.skipped', message: 'ここでは実行しません' });
  }
}

const signs: Record<VerdictKind, ReactNode> = {
  expected: <path d="M3 8.5 6.5 12 13 4.5" />,
  succeeded: <path d="M3 8.5 6.5 12 13 4.5" />,
  elapsed: <path d="M3 8.5 6.5 12 13 4.5" />,
  differs: <path d="m4 4 8 8m0-8-8 8" />,
  stopped: <path d="M4.5 4.5h7v7h-7z" />,
  skipped: <path d="M3 8h10" />,
};

interface Props {
  readonly kind: VerdictKind;
  readonly reason?: string;
}

export function Headline({ kind, reason }: Props): ReactNode {
  return (
    <p className={styles.headline} data-verdict={kind}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {signs[kind]}
      </svg>
      <strong>{verdictText(kind)}</strong>
      {reason && (
        <span>
          <Translate id="tejun.verdict.reason" values={{ reason }}>
            {'理由: {reason}'}
          </Translate>
        </span>
      )}
    </p>
  );
}
