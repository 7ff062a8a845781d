import { getPolicy } from '../inline-policies.ts';
import { users } from '../kinds.ts';

export default getPolicy(users);
