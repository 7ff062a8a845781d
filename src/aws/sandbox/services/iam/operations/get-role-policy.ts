import { getPolicy } from '../inline-policies.ts';
import { roles } from '../kinds.ts';

export default getPolicy(roles);
