import { detachPolicy } from '../attached-policies.ts';
import { users } from '../kinds.ts';

export default detachPolicy(users);
