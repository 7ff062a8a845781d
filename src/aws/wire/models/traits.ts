import type { ServiceId, ServiceTraits } from './types.ts';

/** Sources: the `metadata` of each service's botocore model, and the endpoints the AWS CLI was seen to call. */
export const services: Readonly<Record<ServiceId, ServiceTraits>> = {
  sts: {
    id: 'sts',
    signingName: 'sts',
    protocol: 'query',
    apiVersion: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  },
  iam: {
    id: 'iam',
    signingName: 'iam',
    protocol: 'query',
    apiVersion: '2010-05-08',
    xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    global: true,
  },
  s3: {
    id: 's3',
    signingName: 's3',
    protocol: 'rest-xml',
    apiVersion: '2006-03-01',
    xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
  },
  ec2: {
    id: 'ec2',
    signingName: 'ec2',
    protocol: 'ec2',
    apiVersion: '2016-11-15',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
  },
};

export function isServiceId(name: string): name is ServiceId {
  return Object.hasOwn(services, name);
}
