import { policyFaults } from '../../policy-syntax/index.ts';
import { malformedKeyPolicy } from './kms-errors.ts';

/** Writes the policy of a key that is created without one, in the form in which AWS answers it. */
export function defaultKeyPolicy(account: string): string {
  return `{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "arn:aws:iam::${account}:root"
    },
    "Action" : "kms:*",
    "Resource" : "*"
  } ]
}`;
}

/** Writes the policy of an AWS managed key. Source: Developer Guide, "AWS managed keys": used through its service only. */
export function managedKeyPolicy(service: string, region: string, account: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Id: `auto-${service}-1`,
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': `${service}.${region}.amazonaws.com`,
          },
        },
      },
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
        Resource: '*',
      },
    ],
  });
}

/** Problems that the grammar finds in trust policies only; the Sid of a resource's policy may have spaces. */
const ALLOWED: readonly string[] = ['misplaced-resource', 'trust-action', 'sid'];

/** Checks the grammar of a key policy. Throws MalformedPolicyDocumentException; the texts are ours. */
export function checkKeyPolicy(text: string): void {
  const faults = [...policyFaults(parse(text), 'trust')].filter(({ code }) => !ALLOWED.includes(code));
  if (faults.length > 0) throw malformedKeyPolicy('The key policy contains invalid syntax.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedKeyPolicy('The key policy is not valid JSON.');
  }
}
