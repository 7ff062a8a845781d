import { invalid } from '../dynamodb-errors.ts';
import type { Condition, DocumentPath, UpdateAction } from '../expressions/index.ts';
import { type AttributeValue, checkedValue, typeOf } from '../values/index.ts';
import { parse, SyntaxError as Unparsed } from './statement-parser.js';

/** A statement whose parameters are filled in. */
export type Statement =
  | {
      readonly kind: 'select';
      /** Null for all attributes. */
      readonly paths: readonly { readonly path: DocumentPath }[] | null;
      readonly from: From;
      readonly where: Condition | null;
      readonly order: { readonly name: string; readonly descending: boolean } | null;
    }
  | { readonly kind: 'insert'; readonly from: From; readonly item: { readonly value: AttributeValue } }
  | {
      readonly kind: 'update';
      readonly from: From;
      readonly actions: readonly UpdateAction[];
      readonly where: Condition | null;
      readonly returning: string | null;
    }
  | {
      readonly kind: 'delete';
      readonly from: From;
      readonly where: Condition | null;
      readonly returning: string | null;
    };

interface From {
  readonly table: string;
  readonly index: string | null;
}

/**
 * Parses a statement and puts the parameters in the place of its question marks. Throws ValidationException.
 *
 * @example
 * parseStatement('SELECT * FROM "Music" WHERE Artist = ?', [{ S: 'Acme Band' }])
 */
export function parseStatement(text: string, parameters: readonly AttributeValue[]): Statement {
  const tree = parseText(text);
  const places = parametersIn(tree).sort((a, b) => a - b);
  if (places.length !== parameters.length)
    throw invalid("Number of parameters in request and statement don't match.");
  const given = new Map(places.map((place, index) => [place, checkedValue(parameters[index] as never)]));
  return filled(tree, given) as Statement;
}

function parseText(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Unparsed)) throw error;
    const { line, column } = error.location.start;
    // Our wording after the comma.
    throw invalid(`Statement wasn't well formed, can't be processed: Unexpected token at ${line}:${column}`);
  }
}

interface Node {
  readonly kind?: string;
  readonly offset?: number;
  readonly value?: unknown;
  readonly members?: readonly Node[];
  readonly name?: string;
}

function parametersIn(tree: unknown): number[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const { kind, offset = 0 } = tree as Node;
  return kind === 'parameter' ? [offset] : Object.values(tree).flatMap(parametersIn);
}

type Given = ReadonlyMap<number, AttributeValue>;

const LITERALS = ['literal', 'parameter', 'list', 'map', 'set'];

/** The same tree, with a value in the place of each literal. */
function filled(tree: unknown, given: Given): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map((one) => filled(one, given));
  const node = tree as Node;
  if (isLiteral(node)) return { kind: 'value', value: checkedValue(toValue(node, given)) };
  const copy = Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, filled(one, given)]));
  // ADD and DELETE of an update hold the value itself.
  const { value } = copy as { value?: { value?: unknown } };
  return node.kind === 'add' || node.kind === 'delete'
    ? { ...copy, ...(value && { value: value.value }) }
    : copy;
}

/** `set` is the name of an assignment, too: that has no members. */
function isLiteral({ kind = '', members }: Node): boolean {
  return LITERALS.includes(kind) && (kind !== 'set' || members !== undefined);
}

function toValue(node: Node, given: Given): AttributeValue {
  const { kind, members = [], offset = 0 } = node;
  if (kind === 'parameter') return given.get(offset) as AttributeValue;
  if (kind === 'literal') return node.value as AttributeValue;
  if (kind === 'list') return { L: members.map((one) => toValue(one, given)) };
  if (kind === 'map')
    return {
      M: Object.fromEntries(members.map(({ name = '', value }) => [name, toValue(value as Node, given)])),
    };
  return setOf(members.map((one) => toValue(one, given)));
}

function setOf(values: readonly AttributeValue[]): AttributeValue {
  const types = new Set(values.map(typeOf));
  if (types.size === 1 && types.has('S')) return { SS: values.map(({ S = '' }) => S) };
  if (types.size === 1 && types.has('N')) return { NS: values.map(({ N = '' }) => N) };
  if (types.size === 1 && types.has('B')) return { BS: values.map(({ B = new Uint8Array() }) => B) };
  // Our wording.
  throw invalid('A set must have members of one type: strings, numbers or binary values.');
}
