import { deletePolicy } from '../inline-policies.ts';
import { users } from '../kinds.ts';

export default deletePolicy(users);
