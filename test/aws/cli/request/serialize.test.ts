import { describe, expect, it } from 'vitest';
import { findEndpoint, serialize } from '../../../../src/aws/cli/request/index.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

async function request(id: ServiceId, operation: string, input: Record<string, unknown>) {
  const service = await loadService(id);
  const schema = service.operation(operation);
  if (!schema) throw new Error(`no ${operation}`);
  const { url, body, ...rest } = await serialize(service, schema, input, findEndpoint(service, 'eu-west-1'));
  return { ...rest, host: url.host, search: url.search, body: body && new TextDecoder().decode(body) };
}

describe('serialize writes the requests of AWS CLI 2.9.19', () => {
  it('a form', async () => {
    expect(await request('iam', 'GetUser', { UserName: 'a b' })).toMatchObject({
      ...{ method: 'POST', path: '/', host: 'iam.amazonaws.com' },
      body: 'Action=GetUser&Version=2010-05-08&UserName=a%20b',
    });
  });

  it('JSON with a target', async () => {
    const { headers, body } = await request('dynamodb', 'DescribeTable', { TableName: 't' });
    expect(headers['x-amz-target']).toBe('DynamoDB_20120810.DescribeTable');
    expect(headers['content-type']).toBe('application/x-amz-json-1.0');
    expect(body).toBe('{"TableName":"t"}');
  });

  it('an object in the host of its bucket, with the type that was given or none', async () => {
    const put = { Bucket: 'example-bucket', Key: 'a b/c', Body: new TextEncoder().encode('x') };
    const guessed = await request('s3', 'PutObject', put);
    expect(guessed).toMatchObject({
      host: 'example-bucket.s3.eu-west-1.amazonaws.com',
      path: '/a%20b/c',
      search: '',
    });
    expect(guessed.headers['content-type']).toBeUndefined();
    const typed = await request('s3', 'PutObject', { ...put, ContentType: 'text/plain' });
    expect(typed.headers['content-type']).toBe('text/plain');
  });

  it('XML without a declaration', async () => {
    const input = {
      Bucket: 'example-bucket',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    };
    expect((await request('s3', 'CreateBucket', input)).body).toMatch(/^<CreateBucketConfiguration/);
  });

  it("paths with the slash of botocore's model", async () => {
    expect((await request('lambda', 'ListFunctions', { MaxItems: 5 })).path).toBe('/2015-03-31/functions/');
    expect((await request('lambda', 'GetFunction', { FunctionName: 'f' })).path).toBe(
      '/2015-03-31/functions/f',
    );
  });
});
