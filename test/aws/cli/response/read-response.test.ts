import { describe, expect, it } from 'vitest';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import { readAnswer, streamMember } from '../../../../src/aws/cli/response/index.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

async function read(id: ServiceId, operation: string, body: string | Uint8Array, headers = {}, status = 200) {
  const [service, model] = await Promise.all([loadService(id), loadCliModel(id)]);
  const schema = service.operation(operation);
  if (!schema) throw new Error(`no ${operation}`);
  const answer = { status, headers: new Headers(headers), body };
  return readAnswer(service, schema, answer, { model, timestamp: (text) => text });
}

describe('readAnswer', () => {
  it('finds the result of a query by its name', async () => {
    const body =
      '<GetUserResponse><GetUserResult><User><UserName>a</UserName></User></GetUserResult></GetUserResponse>';
    expect(await read('iam', 'GetUser', body)).toEqual({ User: { UserName: 'a' } });
  });

  it('shows policies of IAM as data, and what is no JSON as it came', async () => {
    const policy = (text: string) =>
      `<R><GetUserPolicyResult><PolicyDocument>${text}</PolicyDocument></GetUserPolicyResult></R>`;
    expect(
      await read('iam', 'GetUserPolicy', policy(encodeURIComponent('{"Version":"2012-10-17"}'))),
    ).toEqual({
      PolicyDocument: { Version: '2012-10-17' },
    });
    expect(await read('iam', 'GetUserPolicy', policy('%7B'))).toEqual({ PolicyDocument: '%7B' });
  });

  it('shows a template in JSON as data, one in YAML as text', async () => {
    const template = (text: string) =>
      `<R><GetTemplateResult><TemplateBody>${text}</TemplateBody></GetTemplateResult></R>`;
    expect(await read('cloudformation', 'GetTemplate', template('{"a":1}'))).toEqual({
      TemplateBody: { a: 1 },
    });
    expect(await read('cloudformation', 'GetTemplate', template('a: 1'))).toEqual({ TemplateBody: 'a: 1' });
  });

  it('decodes what a console printed', async () => {
    const body = `<R><instanceId>i-1</instanceId><output>${btoa('hello')}</output></R>`;
    expect(await read('ec2', 'GetConsoleOutput', body)).toMatchObject({ Output: 'hello' });
  });

  it('reads headers, those with a prefix, and the stream of an object', async () => {
    const bytes = Uint8Array.of(1, 2);
    const headers = { etag: '"e"', 'content-length': '2', 'x-amz-meta-a': 'b' };
    expect(await read('s3', 'GetObject', bytes, headers)).toEqual({
      ...{ ETag: '"e"', ContentLength: 2, Metadata: { a: 'b' }, Body: bytes },
    });
  });

  it('takes the root of a location for its one member', async () => {
    expect(await read('s3', 'GetBucketLocation', '<LocationConstraint>r</LocationConstraint>')).toEqual({
      LocationConstraint: 'r',
    });
    expect(await read('s3', 'GetBucketLocation', '<LocationConstraint/>')).toEqual({
      LocationConstraint: null,
    });
  });

  it('shows the status where 2.9.19 knows that an operation has one', async () => {
    expect(await read('lambda', 'Invoke', new Uint8Array(), {}, 202)).toMatchObject({ StatusCode: 202 });
    expect(await read('lambda', 'DeleteFunction', '', {}, 204)).toEqual({});
  });
});

it('streamMember', async () => {
  const of = async (id: ServiceId, operation: string) => {
    const schema = (await loadService(id)).operation(operation);
    return schema && streamMember(schema);
  };
  expect(await of('s3', 'GetObject')).toBe('Body');
  expect(await of('s3', 'ListBuckets')).toBeUndefined();
});
