import type { StaticOperationSchema } from '@smithy/types';
import { type Service, type ServiceId, services } from './services.ts';

/** A service with its model: the schemas that the AWS SDK ships, all operations of them. */
export interface ServiceModel extends Service {
  readonly operationNames: readonly string[];
  operation(name: string): StaticOperationSchema | undefined;
}

const loaded = new Map<ServiceId, Promise<ServiceModel>>();

/** Loads a service's model, once. Rejects only if the SDK package cannot be loaded. */
export function loadService(id: ServiceId): Promise<ServiceModel> {
  const known = loaded.get(id);
  if (known) return known;
  const model = services[id].load().then((exports) => toModel(id, exports));
  loaded.set(id, model);
  return model;
}

/** The SDK exports each operation's schema under the operation's name and a `$`; kind 9 is "operation". */
function toModel(id: ServiceId, exports: object): ServiceModel {
  const operations = new Map<string, StaticOperationSchema>();
  // Bundlers give the names of a module in another order than Node does; where two routes fit, the order tells.
  for (const [name, value] of Object.entries(exports).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.endsWith('$') && Array.isArray(value) && value[0] === 9)
      operations.set(name.slice(0, -1), value as unknown as StaticOperationSchema);
  }
  return {
    ...services[id],
    operationNames: [...operations.keys()],
    operation: (name) => operations.get(name),
  };
}
