import { listPolicies } from '../inline-policies.ts';
import { groups } from '../kinds.ts';

export default listPolicies(groups);
