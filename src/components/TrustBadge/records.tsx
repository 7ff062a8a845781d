import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { PageRecord, RunInfo } from '../../verification/index.ts';

/** With which CLI, in which shell, against what. */
function Against({ target, shell, cli }: RunInfo): ReactNode {
  const version = /aws-cli\/(\S+)/.exec(cli)?.[1];
  return (
    <>
      {version ? `AWS CLI ${version}` : <Translate id="tejun.trust.builtin">組み込みのaws</Translate>}
      {shell === 'bash' && ' + bash'}
      {' → '}
      <Target target={target} />
    </>
  );
}

function Target({ target }: { readonly target: string }): ReactNode {
  switch (target) {
    case 'sandbox':
      return <Translate id="tejun.trust.target.sandbox">練習用アカウント</Translate>;
    case 'recording':
      return <Translate id="tejun.trust.target.recording">記録した応答</Translate>;
    case 'live':
      return 'AWS';
    default:
      return target;
  }
}

interface Props {
  readonly records: readonly PageRecord[];
  /** The page as it is now. */
  readonly hash: string;
}

/** One row for each run; without any, what that means. */
export default function Records({ records, hash }: Props): ReactNode {
  if (records.length === 0) {
    return (
      <p>
        <Translate id="tejun.trust.none">このページのコマンドを自動で実行した記録がありません。</Translate>
      </p>
    );
  }
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <Translate id="tejun.trust.column.with">実行した環境</Translate>
          </th>
          <th scope="col">
            <Translate id="tejun.trust.column.date">日付</Translate>
          </th>
          <th scope="col">
            <Translate id="tejun.trust.column.result">結果</Translate>
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={`${record.target} ${record.shell} ${record.cli}`}>
            <td>
              <Against {...record} />
            </td>
            <td>{record.date.slice(0, 10)}</td>
            <td>
              <Result {...record} changed={record.hash !== hash} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({
  passed,
  failed,
  skipped,
  compared,
  changed,
}: PageRecord & { readonly changed: boolean }): ReactNode {
  return (
    <>
      <Translate id="tejun.trust.passed" values={{ passed }}>
        {'成功{passed}'}
      </Translate>
      {failed > 0 && (
        <Translate id="tejun.trust.count.failed" values={{ failed }}>
          {'、失敗{failed}'}
        </Translate>
      )}
      {skipped > 0 && (
        <Translate id="tejun.trust.skipped" values={{ skipped }}>
          {'、スキップ{skipped}'}
        </Translate>
      )}
      {compared !== undefined && (
        <Translate id="tejun.trust.count.compared" values={{ compared }}>
          {'、照合{compared}'}
        </Translate>
      )}
      {changed && <Translate id="tejun.trust.stale"> (変更前の手順)</Translate>}
    </>
  );
}
