import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as ec2 from '@aws-sdk/client-ec2';
import * as iam from '@aws-sdk/client-iam';
import * as kms from '@aws-sdk/client-kms';
import * as s3 from '@aws-sdk/client-s3';
import * as scheduler from '@aws-sdk/client-scheduler';
import * as sqs from '@aws-sdk/client-sqs';
import * as sts from '@aws-sdk/client-sts';
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { NormalizedSchema } from '@smithy/core/schema';
import { type HttpRequest, HttpResponse } from '@smithy/protocol-http';
import type { StaticOperationSchema } from '@smithy/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../../src/aws/sandbox/index.ts';
import { loadProtocol } from '../../../../src/aws/sandbox/protocols/index.ts';
import { readRequest } from '../../../../src/aws/wire/message/index.ts';
import {
  isServiceId,
  loadService,
  type Protocol,
  type ServiceMetadata,
  services,
  toModel,
} from '../../../../src/aws/wire/models/index.ts';
import { START } from '../practice.ts';
import { toRequest } from '../sdk.ts';
import { pruned, valuesOf } from './values.ts';

const packages: Readonly<Record<string, object>> = { sts, iam, s3, ec2, sqs, kms, scheduler, cloudwatch };

/** Protocols of services, some of which the sandbox may not simulate: the one that this test speaks. */
const spoken: Readonly<Record<string, Partial<ServiceMetadata> & { readonly speaks: Protocol }>> = {
  sqs: { speaks: 'json', targetPrefix: 'AmazonSQS', jsonVersion: '1.0' },
  kms: { speaks: 'json', targetPrefix: 'TrentService' },
  scheduler: { speaks: 'rest-json' },
  cloudwatch: { speaks: 'cbor', targetPrefix: 'GraniteServiceVersion20100801' },
};

/** Texts that XML carries unchanged: the SDK trims a text of spaces only. */
const xmlText = fc.stringMatching(/^[!-~]([ -~]{0,18}[!-~])?$/).filter((text) => text.trim() !== '');
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

/** Sends a command with the SDK to whatever answers. */
function send(
  service: string,
  operation: string,
  input: object,
  answer: (request: Request) => Promise<Response>,
) {
  const exported = packages[service] as Readonly<Record<string, unknown>>;
  const clientName = Object.keys(exported).find((name) => /^[A-Z].*Client$/.test(name)) ?? '';
  const Client = exported[clientName] as unknown as new (
    config: object,
  ) => {
    send(command: object): Promise<object>;
  };
  const Command = exported[`${operation}Command`] as unknown as new (input: object) => object;
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
    async handle(request: HttpRequest) {
      const { status, headers, body = null } = await answer(toRequest(request));
      return {
        response: new HttpResponse({
          statusCode: status,
          headers: Object.fromEntries(headers),
          body: body ?? new Response('').body,
        }),
      };
    },
  };
  const credentials = { accessKeyId: 'A', secretAccessKey: 'B' };
  // The SDK speaks one of a service's protocols unless it is given another.
  const protocol = spoken[service]?.speaks === 'cbor' ? { protocol: SmithyRpcV2CborProtocol } : {};
  return new Client({ region: 'us-east-1', credentials, requestHandler, maxAttempts: 1, ...protocol }).send(
    new Command(input),
  );
}

async function protocolOf(service: string, operation: string) {
  const { speaks, ...metadata } = spoken[service] ?? {};
  const model = isServiceId(service)
    ? await loadService(service)
    : toModel({ ...services.sts, ...metadata, id: 'sts' }, packages[service] as object);
  const schema = model.operation(operation) as StaticOperationSchema;
  return { model, schema, protocol: await loadProtocol(speaks ?? model.protocol) };
}

const RUNS = { numRuns: 25 };

describe('what the SDK writes is read as it was meant', () => {
  test.each<[string, string]>([
    ['sts', 'GetSessionToken'],
    ['sts', 'AssumeRole'],
    ['iam', 'ListUsers'],
    ['iam', 'CreateUser'],
    ['iam', 'SimulateCustomPolicy'],
    ['iam', 'CreateSAMLProvider'],
    ['ec2', 'DescribeVpcs'],
    ['ec2', 'AuthorizeSecurityGroupIngress'],
    ['ec2', 'ModifyInstanceAttribute'],
    ['ec2', 'RequestSpotInstances'],
    ['sqs', 'SendMessageBatch'],
    ['kms', 'Encrypt'],
    ['scheduler', 'ListSchedules'],
    ['cloudwatch', 'PutMetricAlarm'],
    ['cloudwatch', 'PutMetricData'],
  ])('%s %s', async (service, operation) => {
    const { model, schema, protocol } = await protocolOf(service, operation);
    const values = valuesOf(NormalizedSchema.of(schema[4]), {
      text: anyText,
      skip: (_name, member) => member.isIdempotencyToken(),
    });
    await fc.assert(
      fc.asyncProperty(values, async (input) => {
        let read: unknown;
        await send(service, operation, input as object, async (request) => {
          const message = await readRequest(request);
          expect(protocol.identify(message, model)).toBe(operation);
          read = protocol.readInput(message, schema);
          return new Response('');
        }).catch(() => {});
        expect(pruned(read) ?? {}).toEqual(pruned(input) ?? {});
      }),
      RUNS,
    );
  });

  // S3's client adds headers of its own, so that what was given must be found among what is read.
  test.each<[string, object]>([
    ['ListBuckets', { Prefix: 'é +&/', MaxBuckets: 3, ContinuationToken: 'a=b' }],
    [
      'ListObjectsV2',
      { Bucket: 'example-bucket', Prefix: 'a/é', Delimiter: '/', MaxKeys: 5, FetchOwner: true },
    ],
    ['ListObjects', { Bucket: 'example-bucket', Marker: 'm' }],
    [
      'GetObject',
      { Bucket: 'example-bucket', Key: "a b/é'()*!", IfModifiedSince: new Date('2026-01-05T00:00:00Z') },
    ],
    ['HeadObject', { Bucket: 'example-bucket', Key: 'a//b', VersionId: 'v' }],
    ['GetObjectAcl', { Bucket: 'example-bucket', Key: 'k' }],
    ['GetBucketAcl', { Bucket: 'example-bucket' }],
    ['GetBucketMetricsConfiguration', { Bucket: 'example-bucket', Id: 'x' }],
    ['ListBucketMetricsConfigurations', { Bucket: 'example-bucket' }],
    [
      'CreateBucket',
      { Bucket: 'example-bucket', CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' } },
    ],
    ['DeleteBucket', { Bucket: 'example-bucket' }],
    ['PutBucketPolicy', { Bucket: 'example-bucket', Policy: '{"a":"<&>"}' }],
    [
      'PutBucketTagging',
      {
        Bucket: 'example-bucket',
        Tagging: {
          TagSet: [
            { Key: 'a&b', Value: '<1>' },
            { Key: 'c', Value: 'é' },
          ],
        },
      },
    ],
    [
      'PutObjectTagging',
      { Bucket: 'example-bucket', Key: 'k', Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } },
    ],
    [
      'DeleteObjects',
      {
        Bucket: 'example-bucket',
        Delete: { Objects: [{ Key: 'a' }, { Key: 'b', VersionId: 'v' }], Quiet: true },
      },
    ],
    [
      'PutBucketLifecycleConfiguration',
      {
        Bucket: 'example-bucket',
        LifecycleConfiguration: {
          Rules: [
            {
              ID: 'r',
              Status: 'Enabled',
              Filter: { And: { Prefix: 'p', Tags: [{ Key: 'k', Value: 'v' }] } },
              Transitions: [
                { Days: 1, StorageClass: 'GLACIER' },
                { Date: new Date('2026-01-05T00:00:00Z'), StorageClass: 'DEEP_ARCHIVE' },
              ],
            },
          ],
        },
      },
    ],
    ['CopyObject', { Bucket: 'example-bucket', Key: 'k', CopySource: 'b/k', Metadata: { a: 'b', c: 'd' } }],
    [
      'PutObject',
      { Bucket: 'example-bucket', Key: 'k', Body: 'text', ContentType: 'text/plain', Metadata: { x: 'y' } },
    ],
    ['UploadPart', { Bucket: 'example-bucket', Key: 'k', PartNumber: 2, UploadId: 'u', Body: 'text' }],
    ['CreateMultipartUpload', { Bucket: 'example-bucket', Key: 'k' }],
    [
      'CompleteMultipartUpload',
      {
        Bucket: 'example-bucket',
        Key: 'k',
        UploadId: 'u',
        MultipartUpload: { Parts: [{ PartNumber: 1, ETag: '"e"' }] },
      },
    ],
    ['AbortMultipartUpload', { Bucket: 'example-bucket', Key: 'k', UploadId: 'u' }],
    ['ListParts', { Bucket: 'example-bucket', Key: 'k', UploadId: 'u' }],
  ])('s3 %s', async (operation, input) => {
    const { model, schema, protocol } = await protocolOf('s3', operation);
    let read: unknown;
    let found = '';
    await send('s3', operation, input, async (request) => {
      const message = await readRequest(request);
      found = protocol.identify(message, model);
      read = protocol.readInput(message, schema);
      return new Response('');
    }).catch(() => {});
    expect(found).toBe(operation);
    const { Body, ...rest } = input as { Body?: string };
    expect(read).toMatchObject(rest);
    if (Body) expect(new TextDecoder().decode((read as { Body: Uint8Array }).Body)).toContain(Body);
  });
});

describe('what is written the SDK reads as it was meant', () => {
  test.each<[string, string, object]>([
    ['sts', 'GetSessionToken', {}],
    ['sts', 'AssumeRole', {}],
    ['iam', 'ListUsers', {}],
    ['iam', 'GetAccountAuthorizationDetails', {}],
    ['iam', 'SimulateCustomPolicy', {}],
    ['s3', 'ListBuckets', {}],
    ['s3', 'ListObjectsV2', { Bucket: 'example-bucket' }],
    ['s3', 'GetBucketLifecycleConfiguration', { Bucket: 'example-bucket' }],
    ['s3', 'ListMultipartUploads', { Bucket: 'example-bucket' }],
    ['s3', 'GetObjectTagging', { Bucket: 'example-bucket', Key: 'k' }],
    ['s3', 'HeadObject', { Bucket: 'example-bucket', Key: 'k' }],
    ['ec2', 'DescribeVpcs', {}],
    ['ec2', 'DescribeInstances', {}],
    ['sqs', 'GetQueueAttributes', { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q' }],
    ['kms', 'GenerateDataKey', { KeyId: 'k' }],
    ['scheduler', 'GetSchedule', { Name: 'n' }],
    [
      'cloudwatch',
      'GetMetricStatistics',
      { Namespace: 'n', MetricName: 'm', StartTime: START, EndTime: START, Period: 60 },
    ],
  ])('%s %s', async (service, operation, input) => {
    const { model, schema, protocol } = await protocolOf(service, operation);
    const values = valuesOf(NormalizedSchema.of(schema[5]), {
      text: xmlText,
      // The SDK reads some members of S3 in ways of its own.
      skip: (name, member) =>
        service === 's3' && (member.isStreaming() || /^(Expires|RequestCharged)/.test(name)),
    });
    await fc.assert(
      fc.asyncProperty(values, async (output) => {
        const context = { random: createRandom('x'), now: START, requestId: 'id', method: 'GET' };
        const response = protocol.writeOutput(model, schema, output as Record<string, unknown>, context);
        const { $metadata, ...read } = (await send(service, operation, input, async () => response)) as {
          $metadata: unknown;
        };
        expect(pruned(read)).toEqual(pruned(output));
      }),
      RUNS,
    );
  });
});
