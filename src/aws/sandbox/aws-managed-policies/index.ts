/** A policy as AWS publishes it. */
export interface AwsManagedPolicy {
  readonly name: string;
  /** `/` where there is none. */
  readonly path?: string;
  readonly policyId: string;
  readonly description: string;
  readonly version: number;
  readonly created: string;
  readonly updated: string;
  readonly statements: readonly object[];
}

const ALL = { Effect: 'Allow', Resource: '*' };
const WRITE_LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/**
 * A few of AWS's managed policies: ids, versions, dates and statements as AWS published them by May 2026
 * (AWS Managed Policy Reference). Statements keep only what bears on the services that the sandbox simulates.
 */
export const awsManagedPolicies: readonly AwsManagedPolicy[] = [
  {
    name: 'AdministratorAccess',
    policyId: 'ANPAIWMBCKSKIEE64ZLYK',
    description: 'Provides full access to AWS services and resources.',
    version: 1,
    created: '2015-02-06T18:39:46Z',
    updated: '2015-02-06T18:39:46Z',
    statements: [{ ...ALL, Action: '*' }],
  },
  {
    name: 'PowerUserAccess',
    policyId: 'ANPAJYRXTHIB4FOVS3ZXS',
    description:
      'Provides full access to AWS services and resources, but does not allow management of Users and groups.',
    version: 12,
    created: '2015-02-06T18:39:47Z',
    updated: '2026-02-12T17:59:14Z',
    statements: [
      { ...ALL, NotAction: ['iam:*', 'organizations:*', 'account:*'] },
      { ...ALL, Action: ['iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:ListRoles'] },
    ],
  },
  {
    name: 'ReadOnlyAccess',
    policyId: 'ANPAILL3HVNFSB6DCOWYQ',
    description: 'Provides read-only access to AWS services and resources.',
    version: 182,
    created: '2015-02-06T18:39:48Z',
    updated: '2026-04-03T15:27:12Z',
    statements: [
      {
        ...ALL,
        Sid: 'ReadOnlyActionsGroup1',
        Action: ['ec2:Describe*', 'ec2:Get*', 'iam:Generate*', 'iam:Get*', 'iam:List*', 'iam:Simulate*'],
      },
      {
        ...ALL,
        Sid: 'ReadOnlyActionsGroup2',
        Action: [
          's3:DescribeJob',
          's3:Get*',
          's3:List*',
          'sts:GetAccessKeyInfo',
          'sts:GetCallerIdentity',
          'sts:GetSessionToken',
        ],
      },
    ],
  },
  {
    name: 'IAMFullAccess',
    policyId: 'ANPAI7XKCFMBPM3QQRRVQ',
    description: 'Provides full access to IAM via the AWS Management Console.',
    version: 2,
    created: '2015-02-06T18:40:38Z',
    updated: '2019-06-21T19:40:00Z',
    statements: [{ ...ALL, Action: ['iam:*'] }],
  },
  {
    name: 'IAMReadOnlyAccess',
    policyId: 'ANPAJKSO7NDY4T57MWDSQ',
    description: 'Provides read only access to IAM via the AWS Management Console.',
    version: 4,
    created: '2015-02-06T18:40:39Z',
    updated: '2018-01-25T19:11:27Z',
    statements: [
      {
        ...ALL,
        Action: [
          'iam:GenerateCredentialReport',
          'iam:GenerateServiceLastAccessedDetails',
          'iam:Get*',
          'iam:List*',
          'iam:SimulateCustomPolicy',
          'iam:SimulatePrincipalPolicy',
        ],
      },
    ],
  },
  {
    name: 'IAMUserChangePassword',
    policyId: 'ANPAJ4L4MM2A7QIEB56MS',
    description: 'Provides the ability for an IAM user to change their own password.',
    version: 5,
    created: '2016-11-15T00:25:16Z',
    updated: '2026-02-12T17:58:57Z',
    statements: [
      {
        Effect: 'Allow',
        Action: ['iam:ChangePassword'],
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable.
        Resource: ['arn:aws:iam::*:user/${aws:username}', 'arn:aws:iam::*:user/*/${aws:username}'],
      },
      { ...ALL, Action: ['iam:GetAccountPasswordPolicy'] },
    ],
  },
  {
    name: 'AmazonS3FullAccess',
    policyId: 'ANPAIFIR6V6BVTRAHWINE',
    description: 'Provides full access to all buckets via the AWS Management Console.',
    version: 2,
    created: '2015-02-06T18:40:58Z',
    updated: '2021-09-27T20:16:37Z',
    statements: [{ ...ALL, Action: ['s3:*', 's3-object-lambda:*'] }],
  },
  {
    name: 'AmazonS3ReadOnlyAccess',
    policyId: 'ANPAIZTJ4DXE7G6AGAE6M',
    description: 'Provides read only access to all buckets via the AWS Management Console.',
    version: 3,
    created: '2015-02-06T18:40:59Z',
    updated: '2023-08-10T21:31:39Z',
    statements: [
      {
        ...ALL,
        Action: ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
      },
    ],
  },
  {
    name: 'AmazonEC2FullAccess',
    policyId: 'ANPAI3VAJF5ZCRZ7MCQE6',
    description: 'Provides full access to Amazon EC2 via the AWS Management Console.',
    version: 5,
    created: '2015-02-06T18:40:15Z',
    updated: '2018-11-27T02:16:56Z',
    statements: [{ ...ALL, Action: 'ec2:*' }],
  },
  {
    name: 'AmazonEC2ReadOnlyAccess',
    policyId: 'ANPAIGDT4SV4GSETWTBZK',
    description: 'Provides read only access to Amazon EC2 via the AWS Management Console.',
    version: 5,
    created: '2015-02-06T18:40:17Z',
    updated: '2026-02-12T18:03:17Z',
    statements: [{ ...ALL, Action: ['ec2:Describe*', 'ec2:GetSecurityGroupsForVpc'] }],
  },
  {
    name: 'AWSLambdaBasicExecutionRole',
    path: '/service-role/',
    policyId: 'ANPAJNCQGXC42545SKXIK',
    description: 'Provides write permissions to CloudWatch Logs.',
    version: 1,
    created: '2015-04-09T15:03:43Z',
    updated: '2015-04-09T15:03:43Z',
    statements: [{ ...ALL, Action: WRITE_LOGS }],
  },
  {
    name: 'AWSLambdaDynamoDBExecutionRole',
    path: '/service-role/',
    // The id is from memory: no source of it was found. The time is the catalogue's, the actions are AWS's documentation's.
    policyId: 'ANPAIP7WNAGMIPYNW4WQG',
    description:
      'Provides list and read access to DynamoDB streams and write permissions to CloudWatch Logs.',
    version: 1,
    created: '2015-04-09T15:09:29Z',
    updated: '2015-04-09T15:09:29Z',
    statements: [
      {
        ...ALL,
        Action: [
          ...['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
          ...['dynamodb:ListStreams', ...WRITE_LOGS],
        ],
      },
    ],
  },
  {
    name: 'AWSLambdaSQSQueueExecutionRole',
    path: '/service-role/',
    // From memory: no source of the id and the times was found. The actions are those of AWS's documentation.
    policyId: 'ANPAJFWJZI6JNND4TSELK',
    description:
      'Provides receive message, delete message, and read attribute access to SQS queues, and write permissions to CloudWatch logs.',
    version: 1,
    created: '2018-06-14T21:50:45Z',
    updated: '2018-06-14T21:50:45Z',
    statements: [
      {
        ...ALL,
        Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', ...WRITE_LOGS],
      },
    ],
  },
];

/** `arn:aws:iam::aws:policy/ReadOnlyAccess`; AWS's own belong to no account. */
export function awsManagedPolicyArn({ name, path = '/' }: Pick<AwsManagedPolicy, 'name' | 'path'>): string {
  return `arn:aws:iam::aws:policy${path}${name}`;
}
