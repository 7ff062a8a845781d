import type { Change, ResourceChangeDetail } from '@aws-sdk/client-cloudformation';
import type { AccountState } from '../../operation/index.ts';
import type { Blueprint, Stack } from './cloudformation-state.ts';
import { type PlannedChange, planChanges } from './deployment/index.ts';
import { sameValue } from './resource-types/index.ts';
import { referencesIn, type Template } from './template/index.ts';

/** A change as DescribeChangeSet has it. */
export function toChange(planned: PlannedChange, template: Template, stack: Stack): Change {
  const { action, logicalId, physicalId, type, properties, policy } = planned;
  const replaces = properties.some((one) => one.replaces);
  return {
    Type: 'Resource',
    ResourceChange: {
      ...(action === 'Remove' && {
        PolicyAction: policy === 'Retain' ? ('Retain' as const) : ('Delete' as const),
      }),
      ...(action === 'Modify' && replaces && { PolicyAction: 'ReplaceAndDelete' as const }),
      Action: action,
      LogicalResourceId: logicalId,
      ...(physicalId !== undefined && { PhysicalResourceId: physicalId }),
      ResourceType: type,
      ...(action === 'Modify' && { Replacement: replaces ? ('True' as const) : ('False' as const) }),
      Scope: scopeOf(planned),
      Details: properties.flatMap((property) => detailsOf(property, planned, template, stack)),
    },
  };
}

type Property = PlannedChange['properties'][number];

const scopeOf = ({ properties }: PlannedChange) => [
  ...new Set(properties.map(({ name }) => (name === 'Tags' ? ('Tags' as const) : ('Properties' as const)))),
];

/** One entry for each cause of a property's change: the template itself, a parameter, another resource. */
function detailsOf(
  { name, replaces, causes }: Property,
  { logicalId }: PlannedChange,
  template: Template,
  stack: Stack,
): ResourceChangeDetail[] {
  const Target =
    name === 'Tags'
      ? ({ Attribute: 'Tags', RequiresRecreation: 'Never' } as const)
      : ({ Attribute: 'Properties', Name: name, RequiresRecreation: replaces ? 'Always' : 'Never' } as const);
  const before = stack.blueprint?.template.resources[logicalId]?.Properties?.[name];
  const now = template.resources[logicalId]?.Properties?.[name];
  if (!sameValue(before, now) || (causes.length === 0 && parametersIn(now, template).length === 0))
    return [{ Target, Evaluation: 'Static', ChangeSource: 'DirectModification' }];
  if (causes.length > 0)
    return causes.map((CausingEntity) => ({
      Target,
      Evaluation: 'Dynamic',
      ChangeSource: CausingEntity.includes('.') ? 'ResourceAttribute' : 'ResourceReference',
      CausingEntity,
    }));
  return parametersIn(now, template).map((CausingEntity) => ({
    ...{ Target, Evaluation: 'Static', ChangeSource: 'ParameterReference' },
    CausingEntity,
  }));
}

function parametersIn(value: unknown, { parameters }: Template): string[] {
  const names = referencesIn(value).map(({ name }) => name);
  return [...new Set(names)].filter((name) => Object.hasOwn(parameters, name));
}

/** Tells whether an update would do something. Changed parameters and descriptions alone are nothing. */
export async function hasChanges(stack: Stack, blueprint: Blueprint, state: AccountState): Promise<boolean> {
  const before = stack.blueprint;
  if (!before) return true;
  const [old, now] = [before.template, blueprint.template];
  return (
    !sameValue(before.tags, blueprint.tags) ||
    !sameValue(old.outputs, now.outputs) ||
    !sameValue(metadataOf(before), metadataOf(blueprint)) ||
    (await planChanges(stack, blueprint, state)).length > 0
  );
}

function metadataOf({ template }: Blueprint): unknown {
  return Object.entries(template.resources).map(([name, { Metadata, DeletionPolicy }]) => ({
    name,
    Metadata,
    DeletionPolicy,
  }));
}
