import { roles } from '../kinds.ts';
import { untag } from '../tagging.ts';

export default untag(roles, 'Role');
