import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useEffect, useState } from 'react';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { wantedLocale } from './wanted.ts';

const Hint = lazyComponent(() => import('./hint.tsx'), { fallback: () => null });

/** Offers a page in the language that the reader's browser asks for. Loads nothing for readers who have it already. */
export function LanguageHint(): ReactNode {
  const { currentLocale, locales } = useDocusaurusContext().i18n;
  const [locale, setLocale] = useState<string>();
  useEffect(
    () => setLocale(wantedLocale(navigator.languages, currentLocale, locales)),
    [currentLocale, locales],
  );
  return locale && <Hint locale={locale} />;
}
