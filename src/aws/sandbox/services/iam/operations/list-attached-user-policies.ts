import { listAttachedPolicies } from '../attached-policies.ts';
import { users } from '../kinds.ts';

export default listAttachedPolicies(users);
