import { users } from '../kinds.ts';
import { untag } from '../tagging.ts';

export default untag(users, 'User');
