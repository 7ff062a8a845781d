import { listPolicies } from '../inline-policies.ts';
import { roles } from '../kinds.ts';

export default listPolicies(roles);
