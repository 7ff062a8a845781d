import { putBoundary } from '../boundaries.ts';
import { users } from '../kinds.ts';

export default putBoundary(users);
