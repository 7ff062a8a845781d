import type { AttributeValue } from '../values/index.ts';

/** A step of a path: a name in a map, or a place in a list. */
type Step<Name> = Name | number;

/** Comparators of conditions. */
export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A path whose names are known: `['Author', 'Books', 0]`. */
export type DocumentPath = readonly [string, ...Step<string>[]];

/** An operand whose names and values are known. */
export type Operand =
  | { readonly kind: 'path'; readonly path: DocumentPath }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | Call;

/** A function, or `+` and `-` of an update. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Operand[];
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'compare';
      readonly operator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'between'; readonly of: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly of: Operand; readonly list: readonly Operand[] }
  | Call;

/** One change of an update expression. */
export type UpdateAction =
  | { readonly kind: 'set'; readonly path: DocumentPath; readonly value: Operand }
  | { readonly kind: 'remove'; readonly path: DocumentPath }
  | { readonly kind: 'add' | 'delete'; readonly path: DocumentPath; readonly value: AttributeValue };

/** The tree that the grammar gives: names and values are not looked up yet, parentheses still there. */
export type PathStep = { readonly name: string } | { readonly alias: string } | { readonly index: number };

export interface RawPath {
  readonly kind: 'path';
  readonly parts: readonly PathStep[];
}

interface RawValue {
  readonly kind: 'value';
  /** `:limit` */
  readonly name: string;
}

interface RawCall {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly RawOperand[];
}

export interface Parenthesized<Of> {
  readonly kind: 'group';
  readonly of: Of;
}

export type RawOperand = RawPath | RawValue | RawCall | Parenthesized<RawOperand>;

export type RawCondition =
  | { readonly kind: 'and' | 'or'; readonly left: RawCondition; readonly right: RawCondition }
  | { readonly kind: 'not'; readonly of: RawCondition }
  | {
      readonly kind: 'compare';
      readonly operator: Comparator;
      readonly left: RawOperand;
      readonly right: RawOperand;
    }
  | {
      readonly kind: 'between';
      readonly of: RawOperand;
      readonly low: RawOperand;
      readonly high: RawOperand;
    }
  | { readonly kind: 'in'; readonly of: RawOperand; readonly list: readonly RawOperand[] }
  | RawCall
  | Parenthesized<RawCondition>;

export type RawAction =
  | { readonly kind: 'set'; readonly path: RawPath; readonly value: RawOperand }
  | { readonly kind: 'remove'; readonly path: RawPath }
  | { readonly kind: 'add' | 'delete'; readonly path: RawPath; readonly value: RawValue };

export interface RawSection {
  readonly name: 'SET' | 'REMOVE' | 'ADD' | 'DELETE';
  readonly actions: readonly RawAction[];
}
