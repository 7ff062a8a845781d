import type { StaticErrorSchema, StaticOperationSchema } from '@smithy/types';
import { type KnownService, type ServiceId, services } from './services.ts';

/** A service with its model: the schemas that the AWS SDK ships, all operations of them. */
export interface ServiceModel extends KnownService {
  readonly operationNames: readonly string[];
  operation(name: string): StaticOperationSchema | undefined;
  /** The schema of an error, by its name in the model. */
  error(name: string): StaticErrorSchema | undefined;
}

const loaded = new Map<ServiceId, Promise<ServiceModel>>();

/** Loads a service's model, once. Rejects only if the SDK package cannot be loaded. */
export function loadService(id: ServiceId): Promise<ServiceModel> {
  const known = loaded.get(id);
  if (known) return known;
  const model = services[id].load().then((exports) => toModel(services[id], exports));
  loaded.set(id, model);
  return model;
}

/** Finds schemas among an SDK package's exports: each has its name and a `$`; kind 9 is "operation", -3 "error". */
export function toModel(service: KnownService, exports: object): ServiceModel {
  const operations = new Map<string, StaticOperationSchema>();
  const errors = new Map<string, StaticErrorSchema>();
  // Bundlers give the names of a module in another order than Node does; where two routes fit, the order tells.
  for (const [name, value] of Object.entries(exports).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!name.endsWith('$') || !Array.isArray(value)) continue;
    if (value[0] === 9) operations.set(name.slice(0, -1), value as unknown as StaticOperationSchema);
    if (value[0] === -3) errors.set(name.slice(0, -1), value as unknown as StaticErrorSchema);
  }
  return {
    ...service,
    operationNames: [...operations.keys()],
    operation: (name) => operations.get(name),
    error: (name) => errors.get(name),
  };
}
