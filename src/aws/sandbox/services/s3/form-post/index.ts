import { readFormProof, type SignedForm } from '../../../authentication/index.ts';
import type { Clock } from '../../../clock/index.ts';
import { type IncomingRequest, type Perform, ServiceError } from '../../../operation/index.ts';
import { type Message, s3Address } from '../../../protocols/index.ts';
import { answerForm } from './form-response.ts';
import { checkFormPolicy } from './policy.ts';
import { putOf, readMultipartForm } from './posted-form.ts';

/**
 * Answers a form that a browser posts to a bucket: a PutObject whose parameters are fields, allowed by a policy that
 * is signed. Source: S3 API reference, "POST Object". Rejects with a ServiceError.
 */
export async function postObject(
  { message }: IncomingRequest,
  bucket: string,
  perform: Perform,
): Promise<Response> {
  if (!/^multipart\/form-data\b/i.test(message.headers.get('content-type') ?? ''))
    throw new ServiceError(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
      { Condition: 'Bucket POST must be of the enclosure-type multipart/form-data' },
    );
  const form = await readMultipartForm(message);
  const stored = await perform(putOf(message, bucket, form), readFormProof(form.fields));
  return stored.ok ? answerForm(stored, message, bucket, form) : stored;
}

/** Throws a ServiceError where the form of a message, which `putOf` made of it, breaks its policy. */
export function checkPostedForm(
  { policy, fields, version4 }: SignedForm,
  message: Message,
  clock: Clock,
): void {
  const now = clock.wall().getTime() + (version4 ? clock.elapsedSince(version4.time) : 0);
  checkFormPolicy(policy, fields, {
    bucket: s3Address(message.host, message.path).bucket ?? '',
    size: message.body.length,
    isOver: (end) => now > end.getTime(),
  });
}
