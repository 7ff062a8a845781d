import type { GetObjectTaggingOutput, GetObjectTaggingRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { findObject } from '../read.ts';

export default defineOperation<GetObjectTaggingRequest, GetObjectTaggingOutput>({
  name: 'GetObjectTagging',
  access: onObject('s3:GetObjectTagging'),
  handle: (context) => ({ TagSet: [...(findObject(context, context.input).attributes.Tags ?? [])] }),
});
