import type { StaticOperationSchema } from '@smithy/types';
import { escapeRegExp } from '../../../procedure/escape-reg-exp.ts';
import type { ServiceModel } from '../../wire/models/index.ts';
import { httpTrait } from './rest-routes.ts';

/** An operation found by a request's method and path. */
export interface HttpRoute {
  readonly operation: string;
  /** The labels of the path, decoded. */
  readonly labels: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly operation: string;
  readonly method: string;
  readonly path: RegExp;
  /** How many of the path's segments are fixed: the most specific pattern wins. */
  readonly fixed: number;
  /** Query parameters that stand in the trait: `Operation=copy`, `acl`. */
  readonly literals: ReadonlyMap<string, string>;
}

const patternsOfModel = new WeakMap<ServiceModel, readonly Pattern[]>();

/** Finds the operation of a request by the `http` traits of a model; undefined where none fits. */
export function routeHttp(
  method: string,
  path: string,
  query: URLSearchParams,
  model: ServiceModel,
): HttpRoute | undefined {
  for (const pattern of patternsOf(model)) {
    const labels = pattern.method === method ? pattern.path.exec(path) : null;
    if (labels && holds(pattern.literals, query))
      return { operation: pattern.operation, labels: decoded(labels.groups ?? {}) };
  }
  return undefined;
}

function holds(literals: ReadonlyMap<string, string>, query: URLSearchParams): boolean {
  return [...literals].every(
    ([name, value]) => query.has(name) && (value === '' || query.get(name) === value),
  );
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decode(text)]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The labels of the path that led to an operation. */
export function labelsOf(path: string, operation: StaticOperationSchema): Readonly<Record<string, string>> {
  const [, uri] = httpTrait(operation);
  return decoded(pathPattern(uri).exec(path)?.groups ?? {});
}

function patternsOf(model: ServiceModel): readonly Pattern[] {
  const known = patternsOfModel.get(model);
  if (known) return known;
  const patterns = model.operationNames
    .flatMap((name) => {
      const operation = model.operation(name);
      return operation ? [toPattern(name, operation)] : [];
    })
    .sort((a, b) => b.literals.size - a.literals.size || b.fixed - a.fixed);
  patternsOfModel.set(model, patterns);
  return patterns;
}

function toPattern(operation: string, schema: StaticOperationSchema): Pattern {
  const [method, uri] = httpTrait(schema);
  const [path = '', query = ''] = uri.split('?');
  const fixed = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{')).length;
  return { operation, method, path: pathPattern(uri), fixed, literals: new Map(new URLSearchParams(query)) };
}

/** `/schedules/{Name}` as an expression; a label with `+` takes slashes too, a slash at the end may be there or not. */
function pathPattern(uri: string): RegExp {
  const path = (uri.split('?')[0] ?? '').replace(/\/$/, '');
  const source = path
    .split(/(\{\w+\+?\})/)
    .map((part) => {
      const [, label, greedy] = /^\{(\w+)(\+?)\}$/.exec(part) ?? [];
      if (label === undefined) return escapeRegExp(part);
      return greedy ? `(?<${label}>.+)` : `(?<${label}>[^/]+)`;
    })
    .join('');
  return new RegExp(`^${source}/?$`);
}
