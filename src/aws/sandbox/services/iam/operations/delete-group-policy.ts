import { deletePolicy } from '../inline-policies.ts';
import { groups } from '../kinds.ts';

export default deletePolicy(groups);
