import type { ReactNode } from 'react';
import { effectiveValue } from '../../procedure/apply-variables.ts';
import { useVariables } from './declared.ts';
import { useValues } from './use-values.ts';

/** The values that stand in the commands now. */
export default function Chosen(): ReactNode {
  const values = useValues();
  return useVariables().map((variable) => (
    <code key={variable.name}>{effectiveValue(variable, values)}</code>
  ));
}
