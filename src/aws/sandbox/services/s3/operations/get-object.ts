import type { GetObjectOutput, GetObjectRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { read } from '../read.ts';

export default defineOperation<GetObjectRequest, GetObjectOutput>({
  name: 'GetObject',
  access: onObject('s3:GetObject'),
  handle: (context) => {
    const { object, range, output } = read(context);
    const body = range ? object.body.subarray(range.start, range.end) : object.body;
    // The protocol takes bytes; the SDK's type is what a client gets.
    return { ...output, Body: body as unknown as GetObjectOutput['Body'] };
  },
});
