export { loadService } from './load.ts';
export { findBySigningName, isServiceId, type ServiceId, serviceIds, services } from './services.ts';
export type { Protocol, ServiceMetadata, ServiceModel } from './types.ts';
