import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { useMemo } from 'react';
import type { Variable } from '../../procedure/types.ts';

type Written = Readonly<Record<string, Omit<Variable, 'name'>>>;

/** The variables that the front matter of the page declares. Within a page of the docs only. */
export function useVariables(): readonly Variable[] {
  const { frontMatter } = useDoc();
  return useMemo(() => {
    const { variables = {} } = (frontMatter as { tejun?: { variables?: Written } }).tejun ?? {};
    return Object.entries(variables).map(([name, rest]) => ({ name, ...rest }));
  }, [frontMatter]);
}
