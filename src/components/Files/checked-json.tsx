import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from '../Button/index.tsx';
import type { FaultPlace } from './json-fault.ts';
import styles from './styles.module.css';

interface Props {
  readonly fault: FaultPlace | undefined;
  /** Goes to an offset of the text. */
  go(at: number): void;
}

/** Says whether a text is JSON, and where it is not. */
export function CheckedJson({ fault, go }: Props): ReactNode {
  if (!fault) return <Translate id="tejun.files.json">JSONとして正しい形です。</Translate>;
  const { line, at, found } = fault;
  return (
    <span className={styles.fault} data-json-fault={line}>
      {found === '' ? (
        <Translate id="tejun.files.json.end" values={{ line }}>
          {'{line}行目: 途中で終わっています。閉じる括弧か引用符が必要です。'}
        </Translate>
      ) : (
        <Translate id="tejun.files.json.found" values={{ line, found: <code>{found.slice(0, 40)}</code> }}>
          {'{line}行目: JSONでは、ここに{found}を書けません。前後のカンマと引用符を確認してください。'}
        </Translate>
      )}{' '}
      <Button look="quiet" onClick={() => go(at)}>
        <Translate id="tejun.files.json.go">そこへ移動</Translate>
      </Button>
    </span>
  );
}
