import { newRequestId } from '../../../operation/index.ts';
import type { Random } from '../../../random/index.ts';
import type { Stack, StackResource } from '../cloudformation-state.ts';

const STACK_TYPE = 'AWS::CloudFormation::Stack';

/** A change of status, and its time. */
interface Happening {
  readonly status: string;
  readonly reason?: string | undefined;
  readonly time: Date;
}

/** Puts a stack into a status, and into its history. */
export function recordStack(stack: Stack, { status, reason, time }: Happening, random: Random): void {
  stack.status = status;
  if (reason === undefined) delete stack.statusReason;
  else stack.statusReason = reason;
  noteOnStack(stack, { status, reason, time }, random);
}

/** Writes into a stack's history without a change of its status. */
export function noteOnStack(stack: Stack, { status, reason, time }: Happening, random: Random): void {
  stack.events.push({
    id: newRequestId(random),
    ...{ time, status, type: STACK_TYPE, logicalId: stack.name, physicalId: stack.id },
    ...(reason !== undefined && { reason }),
  });
}

/** Puts a resource into a status, and into the stack's history. */
export function recordResource(
  stack: Stack,
  resource: StackResource,
  { status, reason, time }: Happening,
): StackResource {
  const { reason: _, ...rest } = resource;
  const changed = { ...rest, status, changed: time, ...(reason !== undefined && { reason }) };
  const { logicalId, physicalId, type, properties } = changed;
  stack.events.push({
    ...{ id: `${logicalId}-${status}-${time.toISOString()}`, time, status, type, logicalId, physicalId },
    ...(reason !== undefined && { reason }),
    properties: JSON.stringify(properties),
  });
  return changed;
}
