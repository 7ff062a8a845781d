import { roles } from '../kinds.ts';
import { listTags } from '../tagging.ts';

export default listTags(roles, 'Role');
