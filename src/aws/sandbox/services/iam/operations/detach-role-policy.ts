import { detachPolicy } from '../attached-policies.ts';
import { roles } from '../kinds.ts';

export default detachPolicy(roles);
