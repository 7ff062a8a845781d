import { type SigningCredentials, signRequest } from '../../../src/aws/wire/sigv4/index.ts';
import { START } from './practice.ts';

/** A request of each service that has an operation of the course, in parts. */
export interface Call {
  readonly service: CalledService;
  readonly host: string;
  readonly region: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body?: string;
  readonly date?: Date;
}

/** Services whose refusals are kept in files, one for each protocol and dialect. */
export type CalledService = 'sts' | 'iam' | 's3' | 'ec2';

export const calls: Readonly<Record<CalledService, Call>> = {
  sts: form('sts', 'sts.ap-northeast-1.amazonaws.com', 'Action=GetCallerIdentity&Version=2011-06-15'),
  iam: form('iam', 'iam.amazonaws.com', 'Action=ListUsers&Version=2010-05-08', 'us-east-1'),
  s3: {
    service: 's3',
    host: 's3.ap-northeast-1.amazonaws.com',
    region: 'ap-northeast-1',
    method: 'GET',
    path: '/',
  },
  ec2: form('ec2', 'ec2.ap-northeast-1.amazonaws.com', 'Action=DescribeVpcs&Version=2016-11-15'),
};

function form(service: CalledService, host: string, body: string, region = 'ap-northeast-1'): Call {
  return { service, host, region, method: 'POST', path: '/', body };
}

/** The call, signed for what it says. */
export function sign(call: Call, credentials: SigningCredentials): Promise<Request> {
  const { service, region, method, body, date = START } = call;
  const headers: Record<string, string> = body ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  const url = new URL(`https://${call.host}${call.path}`);
  return signRequest({ method, url, headers, body }, credentials, { service, region, date });
}

/** The request with one header changed, or removed. */
export function withHeader(request: Request, name: string, value: string | undefined): Request {
  const headers = new Headers(request.headers);
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return new Request(request, { headers });
}

/** A response as it stands on the wire, headers in alphabetical order. */
export async function onTheWire(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${response.status}`, ...headers, '', await response.text()].join('\n');
}
