import Head from '@docusaurus/Head';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import SearchPage from '@theme-original/SearchPage';
import { type ReactNode, useEffect } from 'react';

/**
 * The page of the search plugin, which has no main part, whose title lacks the site's name, and whose box has an English
 * name in every language.
 */
export default function NamedSearchPage(): ReactNode {
  useEffect(() => {
    const box = document.querySelector('input[type="search"][name="q"]');
    box?.setAttribute('aria-label', translate({ id: 'theme.SearchBar.label', message: 'Search' }));
    box?.closest('.container')?.setAttribute('role', 'main');
  });
  const { title } = useDocusaurusContext().siteConfig;
  return (
    <>
      <Head titleTemplate={`%s | ${title}`}>{null}</Head>
      <SearchPage />
    </>
  );
}
