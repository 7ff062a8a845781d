import { deleteBoundary } from '../boundaries.ts';
import { roles } from '../kinds.ts';

export default deleteBoundary(roles);
