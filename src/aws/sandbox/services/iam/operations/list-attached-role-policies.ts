import { listAttachedPolicies } from '../attached-policies.ts';
import { roles } from '../kinds.ts';

export default listAttachedPolicies(roles);
