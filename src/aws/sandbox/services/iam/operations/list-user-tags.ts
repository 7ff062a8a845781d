import { users } from '../kinds.ts';
import { listTags } from '../tagging.ts';

export default listTags(users, 'User');
