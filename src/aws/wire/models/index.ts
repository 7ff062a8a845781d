export { loadService, type ServiceModel, toModel } from './load.ts';
export { findBySigningName, isServiceId, type ServiceId, serviceIds, services } from './services.ts';
export type { Protocol, ServiceMetadata } from './types.ts';
