import { useDoc } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useState } from 'react';
import { Button } from '../Button/index.tsx';
import { usePageData, usePageId } from '../Practice/page-info.ts';

/** Buttons that copy or save the page as a script; on the overview of a course, all of the course. */
export function ScriptButtons(): ReactNode {
  const { title } = useDoc().metadata;
  const id = usePageId();
  const { pages } = usePageData();
  const isInert = !useIsBrowser();
  const [result, setResult] = useState<'copied' | 'failed'>();
  const wanted = pages[id] ? [id] : Object.keys(pages);
  /** Loads what writes a script with the first one that is asked for. */
  const read = () =>
    import(/* webpackChunkName: "course-end" */ './load-script.ts').then(({ loadScript }) =>
      loadScript(title, wanted, pages),
    );
  const copy = async () => {
    setResult(undefined);
    await read()
      .then((script) => navigator.clipboard.writeText(script))
      .then(
        () => setResult('copied'),
        () => setResult('failed'),
      );
  };
  const save = async () => {
    setResult(undefined);
    await Promise.all([import(/* webpackChunkName: "course-end" */ './write-script.ts'), read()]).then(
      ([{ download }, script]) => download(fileName(id), script),
      () => setResult('failed'),
    );
  };
  return (
    <>
      <Button look="plain" disabled={isInert} data-needs-scripts onClick={() => void copy()}>
        <Translate id="tejun.script.copy">スクリプトをコピー</Translate>
      </Button>
      <Button look="plain" disabled={isInert} data-needs-scripts onClick={() => void save()}>
        <Translate id="tejun.bar.script">スクリプトを保存</Translate>
      </Button>
      <span role="status">
        {result === 'copied' && <Translate id="tejun.copied">コピーしました</Translate>}
        {result === 'failed' && (
          <Translate id="tejun.script.failed">スクリプトを用意できませんでした</Translate>
        )}
      </span>
    </>
  );
}

/** `sts-session-token/run-commands` is `run-commands.sh`; the overview of a course has the course's name. */
const fileName = (id: string) =>
  `${id
    .replace(/\/index$/, '')
    .split('/')
    .at(-1)}.sh`;
