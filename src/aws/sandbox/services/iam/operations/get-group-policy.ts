import { getPolicy } from '../inline-policies.ts';
import { groups } from '../kinds.ts';

export default getPolicy(groups);
