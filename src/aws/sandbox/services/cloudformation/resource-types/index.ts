import { templateError, templateNotSimulated, validationError } from '../cloudformation-errors.ts';
import { ownValue, type Template } from '../template/index.ts';
import type { ResourceType } from './types.ts';
import { unsimulatedTypes } from './unsimulated-types.ts';

export { readProperties, sameValue } from './properties.ts';
export type { Answer, ResourceContext, ResourceType, Values } from './types.ts';

type Types = Readonly<Record<string, ResourceType>>;

/** The types by the service that has them: its module is loaded when a template first needs it. */
const modules: Readonly<Record<string, readonly (() => Promise<{ default: Types }>)[]>> = {
  'AWS::DynamoDB': [() => import(/* webpackChunkName: "cloudformation" */ './dynamodb.ts')],
  'AWS::EC2': [
    () => import(/* webpackChunkName: "cloudformation" */ './ec2.ts'),
    () => import(/* webpackChunkName: "cloudformation" */ './ec2-routes.ts'),
    () => import(/* webpackChunkName: "cloudformation" */ './ec2-security-groups.ts'),
  ],
  'AWS::Events': [() => import(/* webpackChunkName: "cloudformation" */ './events.ts')],
  'AWS::IAM': [
    () => import(/* webpackChunkName: "cloudformation" */ './iam.ts'),
    () => import(/* webpackChunkName: "cloudformation" */ './iam-policies.ts'),
  ],
  'AWS::KMS': [() => import(/* webpackChunkName: "cloudformation" */ './kms.ts')],
  'AWS::Lambda': [() => import(/* webpackChunkName: "cloudformation" */ './lambda.ts')],
  'AWS::Logs': [() => import(/* webpackChunkName: "cloudformation" */ './logs.ts')],
  'AWS::S3': [() => import(/* webpackChunkName: "cloudformation" */ './s3.ts')],
  'AWS::SNS': [() => import(/* webpackChunkName: "cloudformation" */ './sns.ts')],
  'AWS::SQS': [() => import(/* webpackChunkName: "cloudformation" */ './sqs.ts')],
  'AWS::SSM': [() => import(/* webpackChunkName: "cloudformation" */ './ssm.ts')],
};

/** Finds a type by its name; undefined where the sandbox does not have it. */
export async function findResourceType(name: string): Promise<ResourceType | undefined> {
  for (const load of ownValue(modules, serviceOf(name)) ?? []) {
    const found = ownValue((await load()).default, name);
    if (found) return found;
  }
  return undefined;
}

/** `AWS::SQS::Queue` -> `AWS::SQS` */
const serviceOf = (name: string) => name.split('::').slice(0, 2).join('::');

/**
 * Checks that the sandbox can make the resources of a template: types, names of properties, attributes that it uses.
 * Throws a ValidationError, or NotImplemented for what AWS has and the sandbox has not.
 */
export async function checkResourceTypes(template: Template): Promise<void> {
  const names = [...new Set(Object.values(template.resources).map(({ Type }) => Type))];
  const types = new Map(
    await Promise.all(names.map(async (name) => [name, await findResourceType(name)] as const)),
  );
  const unknown = names.filter((name) => !types.get(name));
  const notSimulated = unknown.find(isTypeOfAws);
  if (notSimulated !== undefined) throw templateNotSimulated(`resources of type ${notSimulated}`);
  if (unknown.length > 0) throw templateError(`Unrecognized resource types: [${unknown.join(', ')}]`);
  for (const { Type, Properties = {} } of Object.values(template.resources)) {
    const others = types.get(Type)?.others?.split(' ') ?? [];
    const property = Object.keys(Properties).find((name) => others.includes(name));
    if (property !== undefined) throw templateNotSimulated(`the property ${property} of ${Type}`);
  }
}

/** True for a type that AWS has. Of a service that has none here, any is taken to be AWS's. */
function isTypeOfAws(name: string): boolean {
  if (name.startsWith('Custom::')) return true;
  const service = serviceOf(name);
  const own = ownValue(unsimulatedTypes, service);
  return own ? own.split(' ').includes(name.slice(service.length + 2)) : /^AWS::\w+::\w+$/.test(name);
}

/** Refuses an attribute that a type has not. */
export function noSuchAttribute(logicalId: string, attribute: string) {
  return validationError(
    `Template error: resource ${logicalId} does not support attribute type ${attribute} in Fn::GetAtt`,
  );
}
