import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { useMemo, useSyncExternalStore } from 'react';
import type { Variable, VariableValues } from '../../procedure/index.ts';
import { substitute } from '../../procedure/variables.ts';
import { variablesOf } from '../../reader/index.ts';
import { usePracticePage } from '../Practice/index.ts';

type Written = Readonly<Record<string, Omit<Variable, 'name'>>>;

/** The variables that the front matter of the page declares. Within a page of the docs only. */
export function useVariables(): readonly Variable[] {
  const { frontMatter } = useDoc();
  return useMemo(() => {
    const { variables = {} } = (frontMatter as { tejun?: { variables?: Written } }).tejun ?? {};
    return Object.entries(variables).map(([name, rest]) => ({ name, ...rest }));
  }, [frontMatter]);
}

/** What the reader chose; nothing while the page is built. */
export function useValues(): VariableValues {
  const practice = usePracticePage()?.facts.practice;
  const store = practice === undefined ? undefined : variablesOf(practice);
  return useSyncExternalStore(
    store?.subscribe ?? never,
    () => store?.get() ?? NONE,
    () => NONE,
  );
}

/** A command or an example with the reader's values in it. */
export function useFilledIn(text: string): string {
  const variables = useVariables();
  const values = useValues();
  return variables.length === 0 ? text : substitute(text, variables, values);
}

const NONE: VariableValues = {};
const never = () => () => {};
