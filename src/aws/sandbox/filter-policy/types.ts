/** A condition on one value. */
export type FilterCondition =
  | { readonly kind: 'equals'; readonly value: string | number | boolean | null }
  | {
      readonly kind: 'prefix' | 'suffix' | 'equals-ignore-case';
      readonly text: string;
      /** Of a prefix or suffix: capital and small letters are the same (EventBridge). */
      readonly ignoreCase?: true;
    }
  | { readonly kind: 'wildcard'; readonly pattern: string }
  | { readonly kind: 'anything-but'; readonly rules: readonly FilterCondition[] }
  | { readonly kind: 'numeric'; readonly bounds: readonly Bound[] }
  | { readonly kind: 'cidr'; readonly address: readonly number[]; readonly bits: number }
  | { readonly kind: 'exists'; readonly wanted: boolean };

export interface Bound {
  readonly operator: '=' | '<' | '<=' | '>' | '>=';
  readonly limit: number;
}

/** A filter policy, or an object in one: all of its fields must match, and one alternative of each `$or`. */
export interface FilterPolicy {
  readonly fields: ReadonlyMap<string, FilterPolicy | readonly FilterCondition[]>;
  readonly alternatives: readonly (readonly FilterPolicy[])[];
}
