import { putPolicy } from '../inline-policies.ts';
import { groups } from '../kinds.ts';

export default putPolicy(groups);
