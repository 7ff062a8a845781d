/** The value that a term, a property or a field is compared with. */
export type PatternOperand =
  | { readonly kind: 'text'; readonly text: string }
  /** Any characters for each `*`. */
  | { readonly kind: 'wildcard'; readonly pattern: string }
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string };

export type PatternComparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A step into a JSON value: a name, an index, or `*` for all. */
export type PatternStep = { readonly name: string } | { readonly index: number } | { readonly any: true };

export interface Selector {
  readonly steps: readonly PatternStep[];
  /** As written: `$.user.id`. */
  readonly text: string;
}

export type PatternCondition<Subject> =
  | {
      readonly kind: 'and' | 'or';
      readonly left: PatternCondition<Subject>;
      readonly right: PatternCondition<Subject>;
    }
  | {
      readonly kind: 'compare';
      readonly subject: Subject;
      readonly operator: PatternComparator;
      readonly operand: PatternOperand;
    }
  | { readonly kind: 'is'; readonly subject: Subject; readonly state: 'NULL' | 'TRUE' | 'FALSE' }
  | { readonly kind: 'exists'; readonly subject: Subject; readonly wanted: boolean };

export interface Term {
  readonly kind: 'all' | 'any' | 'none';
  readonly operand: PatternOperand;
}

/** A field of a space-delimited pattern: its name where it has one, and the conditions on it. */
export type Field =
  | { readonly kind: 'rest' }
  | { readonly kind: 'field'; readonly name: string; readonly condition?: PatternCondition<string> };

export type FilterPattern =
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  | { readonly kind: 'json'; readonly condition: PatternCondition<Selector> }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] };
