import { loadService, type ServiceId, serviceIds } from '../wire/models/index.ts';
import { simulatedOperations } from './services/index.ts';

/** Operations of one service, by their names in AWS's model, sorted. */
export interface ServiceCoverage {
  readonly service: ServiceId;
  readonly simulated: readonly string[];
  /** Those of the SDK's model that the sandbox refuses by name. */
  readonly absent: readonly string[];
}

/** Compares the operations that the sandbox has with all of a service. Loads the service's schemas. */
export async function coverageOf(service: ServiceId): Promise<ServiceCoverage> {
  const simulated = simulatedOperations(service);
  const { operationNames } = await loadService(service);
  const absent = operationNames.filter((name) => !simulated.includes(name)).sort();
  return { service, simulated, absent };
}

/** Covers all services, in the order of their registry. */
export async function coverage(): Promise<readonly ServiceCoverage[]> {
  return Promise.all(serviceIds.map(coverageOf));
}
