import { putPolicy } from '../inline-policies.ts';
import { users } from '../kinds.ts';

export default putPolicy(users);
