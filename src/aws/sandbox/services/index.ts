import type { ServiceId } from '../../wire/models/index.ts';
import type { AnyOperation, Service } from '../operation/index.ts';
import { ec2 } from './ec2/index.ts';
import { iam } from './iam/index.ts';
import { s3 } from './s3/index.ts';
import { sts } from './sts/index.ts';

/** Small doors: an operation's own file is loaded when it is first called. */
export const services: Readonly<Record<ServiceId, Service>> = { sts, iam, s3, ec2 };

const loaded = new Map<string, Promise<AnyOperation | undefined>>();

/** An operation by its name in kebab-case, from its file once: to import() again costs as much as a small request. */
export function findOperation(service: ServiceId, kebabName: string): Promise<AnyOperation | undefined> {
  const id = `${service}/${kebabName}`;
  const known = loaded.get(id);
  if (known) return known;
  const operation = services[service].load(kebabName);
  loaded.set(id, operation);
  operation.catch(() => loaded.delete(id));
  return operation;
}
