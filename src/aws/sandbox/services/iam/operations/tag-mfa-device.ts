import { mfaDevices } from '../kinds.ts';
import { tag } from '../tagging.ts';

export default tag(mfaDevices, 'MFADevice');
