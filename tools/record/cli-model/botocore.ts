import { readdirSync, readFileSync } from 'node:fs';

/** The folder of botocore's models in an installed AWS CLI 2.9.19 (Debian's package `awscli`). */
const BOTOCORE = process.env.BOTOCORE_DATA ?? '/usr/lib/python3/dist-packages/awscli/botocore/data';

/** A shape of `service-2.json`; only the keys that the generator reads. */
export interface Shape {
  readonly type: string;
  readonly members?: Readonly<
    Record<string, { readonly shape: string; readonly idempotencyToken?: boolean }>
  >;
  readonly required?: readonly string[];
  readonly member?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly min?: number;
  readonly enum?: readonly string[];
}

export interface Model {
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly operations: Readonly<
    Record<
      string,
      { readonly input?: { readonly shape: string }; readonly output?: { readonly shape: string } }
    >
  >;
}

type OneOrMore = string | readonly string[];

export interface BotocorePaginator {
  readonly input_token: OneOrMore;
  readonly output_token: OneOrMore;
  readonly result_key: OneOrMore;
  readonly limit_key?: string;
  readonly more_results?: string;
  readonly non_aggregate_keys?: readonly string[];
}

export interface BotocoreWaiter {
  readonly operation: string;
  readonly delay: number;
  readonly maxAttempts: number;
  readonly acceptors: readonly {
    readonly matcher: string;
    readonly state: string;
    readonly expected: string | number | boolean;
    readonly argument?: string;
  }[];
}

export const readModel = (service: string): Model => read(service, 'service-2.json') as unknown as Model;

export const readPaginators = (service: string): Readonly<Record<string, BotocorePaginator>> =>
  (read(service, 'paginators-1.json')?.pagination ?? {}) as Record<string, BotocorePaginator>;

export const readWaiters = (service: string): Readonly<Record<string, BotocoreWaiter>> =>
  (read(service, 'waiters-2.json')?.waiters ?? {}) as Record<string, BotocoreWaiter>;

/** A file of the newest version of a service's API; undefined where the service has none of that name. */
function read(service: string, name: string): Record<string, unknown> | undefined {
  const folder = `${BOTOCORE}/${service}`;
  const version = readdirSync(folder).sort().at(-1);
  if (!readdirSync(`${folder}/${version}`).includes(name)) return undefined;
  return JSON.parse(readFileSync(`${folder}/${version}/${name}`, 'utf8'));
}
