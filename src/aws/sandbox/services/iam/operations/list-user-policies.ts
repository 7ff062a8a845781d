import { listPolicies } from '../inline-policies.ts';
import { users } from '../kinds.ts';

export default listPolicies(users);
