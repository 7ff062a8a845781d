import Translate, { translate } from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import { type ReactNode, useState } from 'react';
import type { LanguageStatus, TranslationRow, TranslationsData } from '../../site/translations.ts';
import { containsWords } from '../Filter/contains-words.ts';
import { Filter } from '../Filter/index.tsx';
import { Fold } from '../Fold/index.tsx';
import { PageRow } from './PageRow.tsx';
import { TranslationProgress } from './Progress.tsx';
import styles from './styles.module.css';

interface Props {
  readonly data: TranslationsData;
}

/** Every page and language with its state, and what to do about it. */
export default function Translations({ data }: Props): ReactNode {
  const [query, setQuery] = useState('');
  const isAsked = query.trim() !== '';
  const listed = data.languages.map((language) => ({
    language,
    rows: isAsked ? language.rows.filter(hasAll(query)) : toDoFirst(language.rows),
  }));
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
        <Filter
          label={translate({ id: 'tejun.filter.pages', message: 'ページを絞り込む' })}
          query={query}
          found={isAsked ? listed.reduce((sum, { rows }) => sum + rows.length, 0) : undefined}
          onChange={setQuery}
        />
        {listed.map(({ language, rows }) => (
          <Language
            key={language.locale}
            language={language}
            rows={rows}
            most={Math.max(1, Math.floor(MOST_ROWS / listed.length))}
          />
        ))}
      </main>
    </Layout>
  );
}

/** How many pages are shown at first, in all languages together. */
const MOST_ROWS = 30;

/** Puts what is up to date last: it is what is folded where pages are many. */
const toDoFirst = (rows: readonly TranslationRow[]): TranslationRow[] => {
  const isDone = ({ state, differs }: TranslationRow) => state === 'fresh' && !differs;
  return [...rows.filter((row) => !isDone(row)), ...rows.filter(isDone)];
};

const hasAll =
  (query: string) =>
  ({ title, page }: TranslationRow): boolean =>
    containsWords(`${title}\n${page}`, query);

interface LanguageProps {
  readonly language: LanguageStatus;
  /** The pages to show. */
  readonly rows: readonly TranslationRow[];
  /** How many of them are shown at first. */
  readonly most: number;
}

function Language({ language, rows, most }: LanguageProps): ReactNode {
  const { locale, label, htmlLang } = language;
  return (
    <section aria-labelledby={`language-${locale}`}>
      <h2 id={`language-${locale}`} lang={htmlLang}>
        {label}
      </h2>
      <TranslationProgress rows={language.rows} />
      <Rows rows={rows.slice(0, most)} locale={locale} />
      <FoldedRows rows={rows.slice(most)} locale={locale} />
    </section>
  );
}

interface RowsProps {
  readonly rows: readonly TranslationRow[];
  readonly locale: string;
}

function Rows({ rows, locale }: RowsProps): ReactNode {
  return (
    <ul className={styles.pages}>
      {rows.map((row) => (
        <PageRow key={row.page} row={row} locale={locale} />
      ))}
    </ul>
  );
}

function FoldedRows({ rows, locale }: RowsProps): ReactNode {
  if (rows.length === 0) return null;
  return (
    <Fold
      summary={
        <Translate id="tejun.translations.others" values={{ count: rows.length }}>
          {'ほかの{count}ページを表示'}
        </Translate>
      }
      plain={rows.map(({ page, title, edit }) => (
        <a key={page} href={edit}>
          {title}
        </a>
      ))}
    >
      {() => <Rows rows={rows} locale={locale} />}
    </Fold>
  );
}
