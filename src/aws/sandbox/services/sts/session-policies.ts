import type { PolicyDescriptorType, Tag } from '@aws-sdk/client-sts';
import { type AccountState, ServiceError } from '../../operation/index.ts';
import { awsText, policyFaults } from '../../policy-syntax/index.ts';

export interface SessionPolicyInput {
  readonly Policy?: string;
  readonly PolicyArns?: readonly PolicyDescriptorType[];
  readonly Tags?: readonly Tag[];
}

/** "You can provide up to 10 managed policy ARNs" (API reference). */
const MAX_ARNS = 10;

/** "The plaintext that you use for both inline and managed session policies can't exceed 2,048 characters." */
const MAX_CHARACTERS = 2048;

/** The documents that limit a session; undefined where none is passed. Throws a ServiceError. */
export function readSessionPolicies(
  { Policy, PolicyArns = [] }: SessionPolicyInput,
  state: AccountState,
): unknown[] | undefined {
  if (Policy === undefined && PolicyArns.length === 0) return undefined;
  // Our wording.
  if (PolicyArns.length > MAX_ARNS)
    throw new ServiceError(
      400,
      'ValidationError',
      `No more than ${MAX_ARNS} managed policy ARNs may be passed.`,
    );
  const managed = PolicyArns.map(({ arn = '' }) => managedDocument(arn, state));
  return Policy === undefined ? managed : [readInline(Policy), ...managed];
}

/**
 * How much of the room for policies and tags is used, in percent; undefined where nothing is passed. AWS packs
 * them in a way of its own: here plain characters count. Throws PackedPolicyTooLarge.
 */
export function packedSize({
  Policy = '',
  PolicyArns = [],
  Tags = [],
}: SessionPolicyInput): number | undefined {
  const texts = [
    Policy.replace(/\s+/g, ' '),
    ...PolicyArns.map(({ arn }) => arn ?? ''),
    ...Tags.map(({ Key, Value }) => `${Key}${Value}`),
  ];
  const characters = texts.join('').length;
  if (characters === 0) return undefined;
  const percent = Math.ceil((characters / MAX_CHARACTERS) * 100);
  if (percent > 100)
    throw new ServiceError(
      400,
      'PackedPolicyTooLarge',
      `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`,
    );
  return percent;
}

/** IAM's texts for the same faults: those of STS are not known. */
function readInline(text: string): unknown {
  const document = parse(text);
  for (const fault of policyFaults(document, 'identity')) throw malformed(awsText(fault, 'identity'));
  return document;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('This policy contains invalid Json');
  }
}

function managedDocument(arn: string, { policies }: AccountState): unknown {
  const policy = policies.get(arn);
  // IAM's text for a policy that cannot be attached: that of STS is not known.
  if (!policy)
    throw new ServiceError(404, 'NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`);
  return policy.defaultVersion.document;
}

function malformed(message: string): ServiceError {
  return new ServiceError(400, 'MalformedPolicyDocument', message);
}
