import type { ReactNode } from 'react';
import { useVariables } from './declared.ts';
import { useValues } from './use-values.ts';

/** The values that stand in the commands now. */
export default function Chosen(): ReactNode {
  const values = useValues();
  return useVariables().map(({ name, default: standard }) => (
    <code key={name}>{values[name] ?? standard}</code>
  ));
}
