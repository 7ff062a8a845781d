/** The value that a term, a property or a field is compared with. */
export type Operand =
  | { readonly kind: 'text'; readonly text: string }
  /** Any characters for each `*`. */
  | { readonly kind: 'wildcard'; readonly pattern: string }
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string };

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A step into a JSON value: a name, an index, or `*` for all. */
export type Step = { readonly name: string } | { readonly index: number } | { readonly any: true };

export interface Selector {
  readonly steps: readonly Step[];
  /** As written: `$.user.id`. */
  readonly text: string;
}

export type Condition<Subject> =
  | { readonly kind: 'and' | 'or'; readonly left: Condition<Subject>; readonly right: Condition<Subject> }
  | {
      readonly kind: 'compare';
      readonly subject: Subject;
      readonly operator: Comparator;
      readonly operand: Operand;
    }
  | { readonly kind: 'is'; readonly subject: Subject; readonly state: 'NULL' | 'TRUE' | 'FALSE' }
  | { readonly kind: 'exists'; readonly subject: Subject; readonly wanted: boolean };

export interface Term {
  readonly kind: 'all' | 'any' | 'none';
  readonly operand: Operand;
}

/** A field of a space-delimited pattern: its name where it has one, and the conditions on it. */
export type Field =
  | { readonly kind: 'rest' }
  | { readonly kind: 'field'; readonly name: string; readonly condition?: Condition<string> };

export type FilterPattern =
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  | { readonly kind: 'json'; readonly condition: Condition<Selector> }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] };
