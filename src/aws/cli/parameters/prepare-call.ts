import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { ServiceModel } from '../../wire/models/index.ts';
import { generalError } from '../failures.ts';
import type { CliModel } from '../model/index.ts';
import { toDate } from '../python/timestamps.ts';
import { type Shape, shapeOf } from './shapes.ts';
import { isRecord } from './unpack.ts';
import { validateParameters } from './validate.ts';

type Data = Record<string, unknown>;

/**
 * Prepares a call of an operation by its name, for the commands that the CLI has besides its operations (`aws s3`,
 * `logs tail`, `cloudformation deploy`). Members that are undefined are left out. Throws a CliFailure for wrong parameters.
 *
 * @example client.call(...prepareCall(service, model, 'DescribeStacks', { StackName: 'shop' }))
 */
export function prepareCall(
  service: ServiceModel,
  model: CliModel,
  operation: string,
  input: Data,
): readonly [StaticOperationSchema, Data] {
  const schema = service.operation(operation);
  if (!schema) throw new Error(`the SDK has no ${operation}`);
  const shape = shapeOf(NormalizedSchema.of(schema[4] as never), model);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  validateParameters(given, shape);
  return [schema, toSdkInput(given, shape, true) as Data];
}

/** Parameters as the SDK's serialisers take them: times as Date, blobs (base64 unless `raw`) as bytes. */
export function toSdkInput(value: unknown, shape: Shape, raw: boolean): unknown {
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item) => toSdkInput(item, shape.item(), raw));
  if (isRecord(value)) {
    const members = new Map(shape.members().map((member) => [member.name, member.shape]));
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const member = shape.kind === 'map' ? shape.item() : members.get(name);
        return [name, member ? toSdkInput(item, member, raw) : item];
      }),
    );
  }
  if (shape.kind === 'timestamp') return toDate(value);
  if (shape.kind === 'blob' && typeof value === 'string')
    return raw ? new TextEncoder().encode(value) : bytes(value);
  return value;
}

function bytes(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    throw generalError(`Invalid base64: "${base64}"`);
  }
}
