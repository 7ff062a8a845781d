import { useSyncExternalStore } from 'react';
import type { VariableValues } from '../../procedure/index.ts';
import { variablesOf } from '../../session/index.ts';
import { usePageInfo } from '../Practice/page-info.ts';

/** Returns the values that the reader chose; none while the page is built. */
export function useValues(): VariableValues {
  const practice = usePageInfo()?.practice;
  const store = practice === undefined ? undefined : variablesOf(practice);
  return useSyncExternalStore(
    store?.subscribe ?? never,
    () => store?.get() ?? NONE,
    () => NONE,
  );
}

const NONE: VariableValues = {};
const never = () => () => {};
