export { type Access, createAccess } from './access.ts';
export { type ConditionValues, SOURCE_IP } from './condition-values.ts';
export { decodeMessage } from './encoded-message.ts';
export { type AssumedByService, assumeForService, passRole, trustsService } from './service-role.ts';
export { requestTagConditions, resourceTagConditions } from './tag-conditions.ts';
