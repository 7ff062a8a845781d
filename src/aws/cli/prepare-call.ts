import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { ServiceModel } from '../wire/models/index.ts';
import type { CliModel } from './model/index.ts';
import { shapeOf, toSdkInput, validateParameters } from './parameters/index.ts';

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
