import { listAttachedPolicies } from '../attached-policies.ts';
import { groups } from '../kinds.ts';

export default listAttachedPolicies(groups);
