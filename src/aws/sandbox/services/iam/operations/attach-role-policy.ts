import { attachPolicy } from '../attached-policies.ts';
import { roles } from '../kinds.ts';

export default attachPolicy(roles);
