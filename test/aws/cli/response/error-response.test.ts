import { describe, expect, it } from 'vitest';
import { isErrorDespite200, readFailure } from '../../../../src/aws/cli/response/index.ts';

const read = (
  protocol: Parameters<typeof readFailure>[1],
  body: string,
  { status = 400, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
) => {
  const { code, message, region } = readFailure(
    { status, headers: new Headers(headers), body },
    protocol,
    'Op',
  ).response;
  return { code, message, ...(region && { region }) };
};

describe('readFailure', () => {
  it.each([
    ['query', '<ErrorResponse><Error><Code>C</Code><Message>m</Message></Error></ErrorResponse>'],
    ['ec2', '<Response><Errors><Error><Code>C</Code><Message>m</Message></Error></Errors></Response>'],
    ['rest-xml', '<Error><Code>C</Code><Message>m</Message></Error>'],
    ['json', '{"__type": "com.amazonaws.sqs#C", "message": "m"}'],
    ['rest-json', '{"code": "C:http://x", "Message": "m"}'],
  ] as const)('finds code and message of %s', (protocol, body) => {
    expect(read(protocol, body)).toEqual({ code: 'C', message: 'm' });
  });

  it('prefers the header of REST JSON', () => {
    expect(read('rest-json', '{"message": "m"}', { headers: { 'x-amzn-errortype': 'C' } }).code).toBe('C');
  });

  it.each([
    [404, '', 'Not Found'],
    [503, '<html>busy</html>', 'Service Unavailable'],
    [418, '', 'Unknown'],
  ])('says %i in the words of HTTP where there is nothing to read', (status, body, message) => {
    expect(read('rest-xml', body, { status })).toEqual({ code: String(status), message });
  });

  it('knows where a bucket is, by the header or the body', () => {
    const body = '<Error><Code>C</Code><Message>m</Message><Region>r1</Region></Error>';
    expect(read('rest-xml', body).region).toBe('r1');
    expect(read('rest-xml', body, { headers: { 'x-amz-bucket-region': 'r2' } }).region).toBe('r2');
  });

  it('takes what is no JSON for a message, and gives what is no XML back', () => {
    expect(read('json', 'oops')).toEqual({ code: '400', message: 'oops' });
    expect(() => read('query', 'oops')).toThrow('Unable to parse response');
    expect(read('query', '<ErrorResponse/>')).toEqual({ code: 'Unknown', message: 'Unknown' });
  });
});

it('isErrorDespite200 looks at copies only', () => {
  const body = '<?xml version="1.0"?>\n<Error><Code>C</Code></Error>';
  expect(isErrorDespite200('CopyObject', body)).toBe(true);
  expect(isErrorDespite200('GetObject', body)).toBe(false);
  expect(isErrorDespite200('CopyObject', '<CopyObjectResult/>')).toBe(false);
});
