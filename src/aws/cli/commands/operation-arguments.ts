import type { StaticOperationSchema } from '@smithy/types';
import type { CliModel } from '../model/index.ts';
import type { Shape } from '../parameters/index.ts';
import { type Argument, argumentTable } from './arguments.ts';
import { membersWithOptions, runInstancesOptions } from './run-instances-options.ts';
import { securityGroupOptions } from './security-group-options.ts';
import { zipFileOptions } from './zip-file-options.ts';

/** Lists all options of an operation, with those that the CLI adds to single operations or takes away from them. */
export function operationArguments(
  schema: StaticOperationSchema,
  shape: Shape,
  { pagination }: CliModel,
  skipRequired: boolean,
): Argument[] {
  const operation = schema[2];
  return argumentTable(
    operation,
    membersWithOptions(operation, shape.members()),
    pagination[operation],
    skipRequired,
    [
      ...securityGroupOptions(operation),
      ...runInstancesOptions(operation),
      ...zipFileOptions(operation, shape.members()),
    ],
  );
}
