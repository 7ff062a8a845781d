import type { ServiceId } from '../../wire/models/index.ts';
import type { AnyOperation, Operations, ResourceModule, SimulatedService } from '../operation/index.ts';
import { cloudformation } from './cloudformation/index.ts';
import { cloudwatch } from './cloudwatch/index.ts';
import { dynamodb, dynamodbstreams } from './dynamodb/index.ts';
import { ec2 } from './ec2/index.ts';
import { events } from './events/index.ts';
import { iam } from './iam/index.ts';
import { kms } from './kms/index.ts';
import { lambda } from './lambda/index.ts';
import { logs } from './logs/index.ts';
import { s3 } from './s3/index.ts';
import { scheduler } from './scheduler/index.ts';
import { secretsmanager } from './secretsmanager/index.ts';
import { sns } from './sns/index.ts';
import { sqs } from './sqs/index.ts';
import { ssm } from './ssm/index.ts';
import { sts } from './sts/index.ts';

/** The services of the account. Each is a small door: a resource's module is loaded when it is first needed. */
export const simulatedServices: Readonly<Record<ServiceId, SimulatedService>> = {
  sts,
  iam,
  s3,
  ec2,
  sqs,
  sns,
  ssm,
  secretsmanager,
  dynamodb,
  dynamodbstreams,
  kms,
  cloudwatch,
  logs,
  events,
  scheduler,
  lambda,
  cloudformation,
};

/** The names of the operations that the sandbox simulates, sorted. */
export function simulatedOperations(service: ServiceId): readonly string[] {
  return simulatedServices[service].resources.flatMap(({ names }) => names).sort();
}

/** Finds an operation by its name in the model; undefined where it is not simulated. */
export async function findOperation(service: ServiceId, name: string): Promise<AnyOperation | undefined> {
  const resource = simulatedServices[service].resources.find(({ names }) => names.includes(name));
  return resource && (await load(resource))[name];
}

const loaded = new Map<ResourceModule, Promise<Operations>>();

/** Loads a module once: to import() it again costs as much as a small request. */
function load(resource: ResourceModule): Promise<Operations> {
  const known = loaded.get(resource);
  if (known) return known;
  const operations = resource.load().then((module) => module.default);
  loaded.set(resource, operations);
  operations.catch(() => loaded.delete(resource));
  return operations;
}
