import { deletePolicy } from '../inline-policies.ts';
import { roles } from '../kinds.ts';

export default deletePolicy(roles);
