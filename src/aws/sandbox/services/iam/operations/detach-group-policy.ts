import { detachPolicy } from '../attached-policies.ts';
import { groups } from '../kinds.ts';

export default detachPolicy(groups);
