import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useSyncExternalStore } from 'react';
import { createPersistedStore } from '../../session/local-storage.ts';
import { Button } from '../Button/index.tsx';
import styles from './styles.module.css';

/** In the language that is offered: readers who need it may not read the one that is shown. */
const words: Readonly<Record<string, { readonly offer: string; readonly close: string }>> = {
  ja: { offer: 'このページを日本語で読む', close: '閉じる' },
  en: { offer: 'Read this page in English', close: 'Close' },
};

/** The name is none of those that wake up what practises. */
const isRefused = createPersistedStore('tejun-language-hint', (found) => found === true);

/** One line above the page that leads to another language, until the reader refuses it. */
export default function Hint({ locale }: { readonly locale: string }): ReactNode {
  const refused = useSyncExternalStore(isRefused.subscribe, isRefused.get, () => true);
  const { localeConfigs } = useDocusaurusContext().i18n;
  const { createUrl } = useAlternatePageUtils();
  const { label = locale, htmlLang = locale } = localeConfigs[locale] ?? {};
  const { offer, close } = words[locale] ?? { offer: label, close: '×' };
  if (refused) return null;
  return (
    <aside className={styles.hint} lang={htmlLang} aria-label={label} data-language-hint>
      <a href={createUrl({ locale, fullyQualified: false })} lang={htmlLang} hrefLang={htmlLang}>
        {offer}
      </a>
      <Button look="quiet" onClick={() => isRefused.set(true)}>
        {close}
      </Button>
    </aside>
  );
}
