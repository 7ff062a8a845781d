import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { ServiceModel } from '../../wire/models/index.ts';
import type { S3Address } from './s3-address.ts';

/** Route of an S3 operation, from its schema's `http` trait. */
interface RestRoute {
  readonly operation: string;
  readonly method: string;
  readonly needsBucket: boolean;
  readonly needsKey: boolean;
  /** Query parameters that stand in the trait: `list-type=2`, `acl`. */
  readonly literals: ReadonlyMap<string, string>;
  /** Required members that travel as query parameters or headers. */
  readonly requiredQuery: readonly string[];
  readonly requiredHeaders: readonly string[];
}

export interface RestRequest {
  readonly method: string;
  readonly address: S3Address;
  readonly query: URLSearchParams;
  readonly headers: Headers;
}

const routesOfModel = new WeakMap<ServiceModel, readonly RestRoute[]>();

/**
 * The operation that a request means: among those of its method and address whose query and headers it
 * has, the one that demands most. `x-id` decides where a client sends it, and is never demanded.
 */
export function routeRest(request: RestRequest, model: ServiceModel): string | undefined {
  const candidates = routesOf(model).filter((route) => fits(route, request));
  const best = candidates.reduce<RestRoute | undefined>(
    (chosen, route) => (!chosen || weight(route, request) > weight(chosen, request) ? route : chosen),
    undefined,
  );
  return best?.operation;
}

function fits(route: RestRoute, { method, address, query, headers }: RestRequest): boolean {
  return (
    route.method === method &&
    route.needsBucket === (address.bucket !== undefined) &&
    route.needsKey === (address.key !== undefined) &&
    [...route.literals].every(([name, value]) =>
      name === 'x-id' ? true : query.has(name) && (value === '' || query.get(name) === value),
    ) &&
    route.requiredQuery.every((name) => query.has(name)) &&
    route.requiredHeaders.every((name) => headers.has(name))
  );
}

function weight(route: RestRoute, { query }: RestRequest): number {
  const id = query.get('x-id');
  const named = id !== null && id === route.operation ? 100 : 0;
  const literals = [...route.literals.keys()].filter((name) => name !== 'x-id').length;
  return named + 2 * literals + route.requiredQuery.length + route.requiredHeaders.length;
}

function routesOf(model: ServiceModel): readonly RestRoute[] {
  const known = routesOfModel.get(model);
  if (known) return known;
  const routes = model.operationNames.flatMap((name) => {
    const operation = model.operation(name);
    return operation ? [toRoute(name, operation)] : [];
  });
  routesOfModel.set(model, routes);
  return routes;
}

function toRoute(name: string, operation: StaticOperationSchema): RestRoute {
  const [method, pattern] = httpTrait(operation);
  const [path = '', query = ''] = pattern.split('?');
  const schema = NormalizedSchema.of(operation[4]);
  const required = requiredMembers(schema);
  return {
    operation: name,
    method,
    needsBucket: required.some(([member]) => member === 'Bucket'),
    needsKey: path.includes('{Key+}'),
    literals: new Map(new URLSearchParams(query)),
    requiredQuery: required.flatMap(([, traits]) => traits.httpQuery ?? []),
    requiredHeaders: required.flatMap(([, traits]) => traits.httpHeader ?? []),
  };
}

/** Method, path pattern and the status of success. */
export function httpTrait(operation: StaticOperationSchema): readonly [string, string, number] {
  const traits = operation[3] as { readonly http?: readonly [string, string, number] };
  return traits.http ?? ['POST', '/', 200];
}

interface HttpTraits {
  readonly httpQuery?: string;
  readonly httpHeader?: string;
}

/** The leading members of a structure's schema are the required ones; the seventh element is their number. */
function requiredMembers(schema: NormalizedSchema): [string, HttpTraits][] {
  if (!schema.isStructSchema()) return [];
  const count = (schema.getSchema() as unknown as readonly unknown[])[6] ?? 0;
  return [...schema.structIterator()]
    .slice(0, count as number)
    .map(([name, member]) => [name, member.getMergedTraits() as HttpTraits]);
}
