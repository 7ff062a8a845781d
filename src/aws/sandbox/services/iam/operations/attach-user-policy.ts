import { attachPolicy } from '../attached-policies.ts';
import { users } from '../kinds.ts';

export default attachPolicy(users);
