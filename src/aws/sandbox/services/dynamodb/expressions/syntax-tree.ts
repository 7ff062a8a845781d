import type { Comparator } from './types.ts';

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
