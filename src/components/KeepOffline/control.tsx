import Translate from '@docusaurus/Translate';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import {
  keepingOf,
  keepWanted,
  letGo,
  lookUpKeptCourse,
  subscribeToKeptCourses,
} from '../../site/kept-courses.ts';
import { Button } from '../Button/index.tsx';
import { KeepLabel } from './label.tsx';

interface Props {
  readonly baseUrl: string;
  /** Address of the list of what the course needs. */
  readonly list: string;
}

/** The course is kept, or comes, or can be kept; nothing where the browser keeps none. */
export default function Control({ baseUrl, list }: Props): ReactNode {
  const isPossible = 'serviceWorker' in navigator && 'caches' in globalThis;
  const state = useSyncExternalStore(subscribeToKeptCourses, () => keepingOf(list));
  useEffect(() => {
    if (isPossible && keepingOf(list) === undefined) void lookUpKeptCourse(list);
  }, [isPossible, list]);
  if (!isPossible) return null;
  return (
    <>
      <span role="status" data-keeping={state}>
        {state === 'coming' && <Translate id="tejun.offline.coming">オフライン用に保存しています…</Translate>}
        {state === 'kept' && (
          <Translate id="tejun.offline.kept">このハンズオンは、オフラインでも使えます。</Translate>
        )}
        {state === 'failed' && (
          <Translate id="tejun.offline.failed">
            保存できませんでした。ネットワークと空き容量を確認して、もう一度試してください。
          </Translate>
        )}
      </span>
      {state === 'kept' && (
        <Button look="quiet" onClick={() => void letGo(list)}>
          <Translate id="tejun.offline.remove">この端末から削除</Translate>
        </Button>
      )}
      {state !== 'kept' && state !== 'coming' && (
        <Button look="plain" disabled={state === undefined} onClick={() => void keepWanted(baseUrl, list)}>
          <KeepLabel />
        </Button>
      )}
    </>
  );
}
