import { users } from '../kinds.ts';
import { tag } from '../tagging.ts';

export default tag(users, 'User');
