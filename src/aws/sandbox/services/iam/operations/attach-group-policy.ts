import { attachPolicy } from '../attached-policies.ts';
import { groups } from '../kinds.ts';

export default attachPolicy(groups);
