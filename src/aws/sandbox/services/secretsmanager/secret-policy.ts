import type {
  DeleteResourcePolicyRequest,
  DeleteResourcePolicyResponse,
  GetResourcePolicyRequest,
  GetResourcePolicyResponse,
  PutResourcePolicyRequest,
  PutResourcePolicyResponse,
} from '@aws-sdk/client-secrets-manager';
import { defineOperation, ServiceError } from '../../operation/index.ts';
import { policyFaults } from '../../policy-syntax/index.ts';
import { findSecret, onSecret } from './find-secret.ts';
import { resourcePolicy, secretId } from './secret-constraints.ts';
import { malformedSecretPolicy } from './secrets-errors.ts';

export default {
  PutResourcePolicy: defineOperation<PutResourcePolicyRequest, PutResourcePolicyResponse>({
    constraints: { SecretId: secretId, ResourcePolicy: resourcePolicy },
    reads: ['BlockPublicPolicy'],
    access: {
      ...onSecret<PutResourcePolicyRequest>('PutResourcePolicy'),
      conditions: (context) => ({
        ...onSecret('PutResourcePolicy').conditions(context),
        'secretsmanager:BlockPublicPolicy': context.input.BlockPublicPolicy?.toString(),
      }),
    },
    handle: (context) => {
      const secret = findSecret(context);
      const { ResourcePolicy = '', BlockPublicPolicy } = context.input;
      const statements = readStatements(ResourcePolicy);
      if (BlockPublicPolicy && statements.some(isPublic))
        throw new ServiceError(
          400,
          'PublicPolicyException',
          // The model's sentence about this error.
          'The BlockPublicPolicy parameter is set to true, and the resource policy did not prevent broad access to the secret.',
        );
      secret.policy = ResourcePolicy;
      return { ARN: secret.arn, Name: secret.name };
    },
  }),
  GetResourcePolicy: defineOperation<GetResourcePolicyRequest, GetResourcePolicyResponse>({
    constraints: { SecretId: secretId },
    access: onSecret('GetResourcePolicy'),
    handle: (context) => {
      const { arn, name, policy } = findSecret(context);
      return { ARN: arn, Name: name, ResourcePolicy: policy };
    },
  }),
  DeleteResourcePolicy: defineOperation<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>({
    constraints: { SecretId: secretId },
    access: onSecret('DeleteResourcePolicy'),
    handle: (context) => {
      const secret = findSecret(context);
      delete secret.policy;
      return { ARN: secret.arn, Name: secret.name };
    },
  }),
};

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** Problems that the grammar finds in trust policies only; the Sid of a resource's policy may have spaces. */
const ALLOWED: readonly string[] = ['misplaced-resource', 'trust-action', 'sid'];

function readStatements(text: string): Statement[] {
  const document = parse(text);
  const faults = [...policyFaults(document, 'trust')].filter(({ code }) => !ALLOWED.includes(code));
  if (faults.length > 0) throw malformedSecretPolicy('This resource policy contains invalid syntax.');
  return [(document as { Statement: Statement | Statement[] }).Statement].flat();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedSecretPolicy('This resource policy contains invalid JSON.');
  }
}

/** An allowance for everybody, which no condition narrows. */
function isPublic({ Effect, Principal, Condition }: Statement): boolean {
  const { AWS } = (Principal ?? {}) as { AWS?: unknown };
  return Effect === 'Allow' && Condition === undefined && [Principal, AWS].flat().includes('*');
}
