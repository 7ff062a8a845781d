import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import type { ReactNode } from 'react';
import type { ChangedHeading, TranslationNotice } from '../../site/translations.ts';
import styles from './styles.module.css';

interface Props {
  readonly notice: TranslationNotice;
  readonly sourceLocale: string;
}

export default function Banner({ notice, sourceLocale }: Props): ReactNode {
  return (
    <aside
      className={styles.banner}
      data-translation={notice.state}
      aria-label={translate({ id: 'tejun.translation.label', message: '翻訳について' })}
    >
      {notice.state === 'stale' ? (
        <>
          <p>
            <Translate id="tejun.translation.stale">
              この翻訳のもとになった原文は、その後変更されています。
            </Translate>{' '}
            <SourceLink locale={sourceLocale} />
          </p>
          <ChangedHeadings headings={notice.headings} />
        </>
      ) : (
        <p>
          <Translate id="tejun.translation.missing">
            このページはまだ翻訳されていないため、原文を表示しています。
          </Translate>{' '}
          <Link to="/translations">
            <Translate id="tejun.translation.help">翻訳の状況を見る</Translate>
          </Link>
        </p>
      )}
    </aside>
  );
}

/** Another language is another build of the site: its addresses are not checked here. */
function SourceLink({ locale }: { readonly locale: string }): ReactNode {
  const url = useAlternatePageUtils().createUrl({ locale, fullyQualified: false });
  return (
    <a href={url} lang={locale} hrefLang={locale}>
      <Translate id="tejun.translation.source">原文を読む</Translate>
    </a>
  );
}

function ChangedHeadings({ headings }: { readonly headings: readonly ChangedHeading[] }): ReactNode {
  if (headings.length === 0) return null;
  return (
    <details>
      <summary>
        <Translate id="tejun.translation.changed" values={{ count: headings.length }}>
          {'変更された見出し ({count})'}
        </Translate>
      </summary>
      <ul>
        {headings.map(({ text, anchor }) => (
          <li key={anchor ?? text}>{anchor ? <Link to={`#${anchor}`}>{text}</Link> : text}</li>
        ))}
      </ul>
    </details>
  );
}
