import { putBoundary } from '../boundaries.ts';
import { roles } from '../kinds.ts';

export default putBoundary(roles);
