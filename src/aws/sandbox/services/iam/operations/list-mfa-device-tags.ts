import { mfaDevices } from '../kinds.ts';
import { listTags } from '../tagging.ts';

export default listTags(mfaDevices, 'MFADevice');
