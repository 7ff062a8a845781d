import { policies } from '../kinds.ts';
import { listTags } from '../tagging.ts';

export default listTags(policies, 'Policy');
