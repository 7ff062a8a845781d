import Translate, { translate } from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import type { LanguageStatus, TranslationsData } from '../../site/translations.ts';
import { PageRow } from './PageRow.tsx';
import { TranslationProgress } from './Progress.tsx';
import styles from './styles.module.css';

interface Props {
  readonly data: TranslationsData;
}

/** Every page and language with its state, and what to do about it. */
export default function Translations({ data }: Props): ReactNode {
  const title = translate({ id: 'tejun.translations.title', message: '翻訳の状況' });
  return (
    <Layout
      title={title}
      description={translate({
        id: 'tejun.translations.description',
        message: 'ページごとの、翻訳とレビューの状況です。',
      })}
    >
      <main className={styles.main}>
        <h1>{title}</h1>
        <p className={styles.lead}>
          <Translate id="tejun.translations.lead">
            原文が変わると、どの見出しを見直せばよいかがここに表示されます。コマンドと結果(例)は原文から取り込むため、翻訳するのは文章だけです。
          </Translate>
        </p>
        {data.languages.map((language) => (
          <Language key={language.locale} language={language} />
        ))}
      </main>
    </Layout>
  );
}

function Language({ language }: { readonly language: LanguageStatus }): ReactNode {
  const { locale, label, htmlLang, rows } = language;
  return (
    <section aria-labelledby={`language-${locale}`}>
      <h2 id={`language-${locale}`} lang={htmlLang}>
        {label}
      </h2>
      <TranslationProgress rows={rows} />
      <ul className={styles.pages}>
        {rows.map((row) => (
          <PageRow key={row.page} row={row} locale={locale} />
        ))}
      </ul>
    </section>
  );
}
