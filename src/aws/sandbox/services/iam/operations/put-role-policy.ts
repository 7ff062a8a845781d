import { putPolicy } from '../inline-policies.ts';
import { roles } from '../kinds.ts';

export default putPolicy(roles);
