import { mfaDevices } from '../kinds.ts';
import { untag } from '../tagging.ts';

export default untag(mfaDevices, 'MFADevice');
