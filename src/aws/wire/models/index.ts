export { loadService } from './load.ts';
export { isServiceId, services } from './traits.ts';
export type { Protocol, ServiceId, ServiceModel, ServiceTraits } from './types.ts';
