import { policies } from '../kinds.ts';
import { tag } from '../tagging.ts';

export default tag(policies, 'Policy');
