import { translate } from '@docusaurus/Translate';
import SearchBar from '@theme-original/SearchBar';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';

/** The box of the search plugin, whose name is English in every language. */
export default function NamedSearchBar(props: ComponentProps<typeof SearchBar>): ReactNode {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    around.current
      ?.querySelector('input')
      ?.setAttribute('aria-label', translate({ id: 'theme.SearchBar.label', message: 'Search' }));
  });
  return (
    <div ref={around}>
      <SearchBar {...props} />
    </div>
  );
}
