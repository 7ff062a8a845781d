import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { TranslationRow } from '../../site/translations.ts';
import { stateNames } from './Progress.tsx';
import styles from './styles.module.css';

interface Props {
  readonly row: TranslationRow;
  readonly locale: string;
}

/** A page: its state, what to do next, where to do it. */
export function PageRow({ row, locale }: Props): ReactNode {
  const { page, title, state, permalink, edit } = row;
  return (
    <li className={styles.page} data-page={page}>
      <div className={styles.name}>
        {/* Another language is another build of the site: no link of this one. */}
        {permalink ? <a href={permalink}>{title}</a> : title}
        <code>{page}</code>
      </div>
      <span className={styles.state} data-state={state}>
        {stateNames[state]}
      </span>
      <div className={styles.next}>
        <NextStep row={row} locale={locale} />
      </div>
      <a className={styles.edit} href={edit}>
        {state === 'missing' ? (
          <Translate id="tejun.translations.readSource">原文のファイル</Translate>
        ) : (
          <Translate id="tejun.translations.edit">編集する</Translate>
        )}
      </a>
    </li>
  );
}

function NextStep({ row: { state, page, differs, headings }, locale }: Props): ReactNode {
  if (differs) {
    return (
      <Step command="npm run i18n -- sync">
        <Translate id="tejun.translations.next.sync">
          コマンドが原文と違います。次のコマンドで取り込みます。
        </Translate>
      </Step>
    );
  }
  const accept = `npm run i18n -- accept ${page} --locale ${locale}`;
  switch (state) {
    case 'fresh':
      return null;
    case 'stale':
      return (
        <>
          {headings.length > 0 && <Changed headings={headings} />}
          <Step command={accept}>
            <Translate id="tejun.translations.next.stale">
              原文の変更を反映し、確認が済んだら次のコマンドを実行します。
            </Translate>
          </Step>
        </>
      );
    case 'machine':
      return (
        <Step command={accept}>
          <Translate id="tejun.translations.next.machine">
            プログラムによる翻訳です。原文と見比べて直し、確認が済んだら次のコマンドを実行します。
          </Translate>
        </Step>
      );
    case 'untranslated':
      return (
        <Step command={accept}>
          <Translate id="tejun.translations.next.untranslated">
            原文のままの文があります。翻訳してから、次のコマンドを実行します。
          </Translate>
        </Step>
      );
    case 'untracked':
      return (
        <Step command={accept}>
          <Translate id="tejun.translations.next.untracked">
            原文と見比べ、確認が済んだら次のコマンドを実行します。
          </Translate>
        </Step>
      );
    case 'missing':
      return (
        <Step command={`npm run i18n -- new ${locale} ${page}`}>
          <Translate id="tejun.translations.next.missing">
            次のコマンドで原文をコピーし、そのファイルを翻訳します。
          </Translate>
        </Step>
      );
    case 'orphan':
      return (
        <Translate id="tejun.translations.next.orphan">
          原文がありません。移動先に合わせて移すか、削除します。
        </Translate>
      );
  }
}

function Changed({ headings }: Pick<TranslationRow, 'headings'>): ReactNode {
  return (
    <p className={styles.changed}>
      <Translate id="tejun.translations.changed" values={{ headings: headings.join(' / ') }}>
        {'変更のある見出し: {headings}'}
      </Translate>
    </p>
  );
}

function Step({ command, children }: { readonly command: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <p>{children}</p>
      <code>{command}</code>
    </>
  );
}
