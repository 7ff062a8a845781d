import { deleteBoundary } from '../boundaries.ts';
import { users } from '../kinds.ts';

export default deleteBoundary(users);
