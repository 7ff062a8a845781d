import type { HeadObjectOutput, HeadObjectRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { read } from '../read.ts';

/** "You need the s3:GetObject permission" (API reference). */
export default defineOperation<HeadObjectRequest, HeadObjectOutput>({
  name: 'HeadObject',
  access: onObject('s3:GetObject'),
  handle: (context) => {
    const { Body: _, ...output } = read(context).output;
    return output;
  },
});
