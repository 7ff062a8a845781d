import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { type HttpRequest, HttpResponse } from '@smithy/protocol-http';
import type { Sandbox } from '../../../src/aws/sandbox/index.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** The SDK's request as the web has it. */
export function toRequest(request: HttpRequest): Request {
  const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
    [value ?? ''].flat().map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(item)}`),
  );
  const port = request.port ? `:${request.port}` : '';
  const search = query.length > 0 ? `?${query.join('&')}` : '';
  const url = `${request.protocol}//${request.hostname}${port}${request.path}${search}`;
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    body: hasBody ? request.body : undefined,
  });
}

const CLIENTS = {
  sts: STSClient,
  iam: IAMClient,
  s3: S3Client,
  ec2: EC2Client,
  sqs: SQSClient,
  sns: SNSClient,
  ssm: SSMClient,
  secrets: SecretsManagerClient,
  dynamodb: DynamoDBClient,
  streams: DynamoDBStreamsClient,
  kms: KMSClient,
  cloudwatch: CloudWatchClient,
  logs: CloudWatchLogsClient,
  events: EventBridgeClient,
  scheduler: SchedulerClient,
  lambda: LambdaClient,
  cloudformation: CloudFormationClient,
};
type Clients = { readonly [Name in keyof typeof CLIENTS]: InstanceType<(typeof CLIENTS)[Name]> };

/** The clients of the services, answered by a sandbox in process. */
export function clientsOf(sandbox: Sandbox, credentials: Credentials, region = 'ap-northeast-1') {
  const requests: Request[] = [];
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
    async handle(request: HttpRequest) {
      const sent = toRequest(request);
      requests.push(sent.clone());
      const { status, headers, body: answered } = await sandbox.handle(sent);
      // The SDK reads a body also where there is none.
      const body = answered ?? new Blob([]).stream();
      return {
        response: new HttpResponse({ statusCode: status, headers: Object.fromEntries(headers), body }),
      };
    },
  };
  const config = { region, credentials, requestHandler, maxAttempts: 1 };
  return lazily(config, { requests });
}

/** Adds clients that are made when they are first asked for: to make one takes longer than a call. */
function lazily<Kept extends object>(config: object, kept: Kept): Kept & Clients {
  for (const [name, Client] of Object.entries(CLIENTS)) {
    let client: object | undefined;
    const get = () => {
      client ??= new (Client as new (config: object) => object)(config);
      return client;
    };
    Object.defineProperty(kept, name, { get, enumerable: true });
  }
  return kept as Kept & Clients;
}

/** Returns the error with which a call was refused. */
export async function refusal(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { code: name, message, status: $metadata?.httpStatusCode };
  }
  throw new Error('The call was not refused.');
}
