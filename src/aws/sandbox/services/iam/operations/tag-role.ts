import { roles } from '../kinds.ts';
import { tag } from '../tagging.ts';

export default tag(roles, 'Role');
