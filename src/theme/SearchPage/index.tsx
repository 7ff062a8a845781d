import { translate } from '@docusaurus/Translate';
import SearchPage from '@theme-original/SearchPage';
import { type ReactNode, useEffect } from 'react';

/** The page of the search plugin, which has no main part, and whose box has an English name in every language. */
export default function NamedSearchPage(): ReactNode {
  useEffect(() => {
    const box = document.querySelector('input[type="search"][name="q"]');
    box?.setAttribute('aria-label', translate({ id: 'theme.SearchBar.label', message: 'Search' }));
    box?.closest('.container')?.setAttribute('role', 'main');
  });
  return <SearchPage />;
}
