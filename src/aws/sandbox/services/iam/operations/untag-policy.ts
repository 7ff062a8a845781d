import { policies } from '../kinds.ts';
import { untag } from '../tagging.ts';

export default untag(policies, 'Policy');
