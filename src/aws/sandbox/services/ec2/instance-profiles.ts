import type * as Ec2 from '@aws-sdk/client-ec2';
import { passRole } from '../../authorization/index.ts';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, instanceProfileState, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { stateOf } from './lifecycle.ts';
import { PAGE_LIMITS, selectPage } from './select.ts';
import { computeOf, type Instance } from './state/index.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.instance;

export default {
  AssociateIamInstanceProfile: defineOperation<
    Ec2.AssociateIamInstanceProfileRequest,
    Ec2.AssociateIamInstanceProfileResult
  >({
    reads: ['IamInstanceProfile', 'InstanceId'],
    access: permissionToChange('AssociateIamInstanceProfile', kind, 'InstanceId'),
    handle: (context) => {
      const { input, state, region, random, clock } = context;
      const instance = find(computeOf(state).instances, input.InstanceId, kind, region);
      const current = stateOf(instance, clock);
      if (!['running', 'stopped', 'pending'].includes(current))
        throw ec2Error(
          'IncorrectInstanceState',
          `The instance '${instance.id}' is not in the 'running' or 'stopped' states.`,
        );
      if (instance.profile)
        throw ec2Error('IncorrectState', `There is an existing association for instance ${instance.id}`);
      const profile = profileFor(input.IamInstanceProfile ?? {}, context);
      instance.profile = { ...profile, id: newId(random, 'iip-assoc'), time: accountTime(clock) };
      return { IamInstanceProfileAssociation: toAssociation(instance, 'associating') };
    },
  }),

  DescribeIamInstanceProfileAssociations: defineOperation<
    Ec2.DescribeIamInstanceProfileAssociationsRequest,
    Ec2.DescribeIamInstanceProfileAssociationsResult
  >({
    constraints: PAGE_LIMITS,
    reads: ['AssociationIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeIamInstanceProfileAssociations'),
    handle: ({ input, state, region }) => {
      const all = inRegion(computeOf(state).instances, region).flatMap((instance) =>
        instance.profile ? [{ ...instance.profile, tags: [], instance }] : [],
      );
      const page = selectPage(all, input.AssociationIds, associationKind, input, {
        'instance-id': ({ instance }) => [instance.id],
        state: () => ['associated'],
      });
      return {
        IamInstanceProfileAssociations: page.items.map(({ instance }) =>
          toAssociation(instance, 'associated'),
        ),
        NextToken: page.next,
      };
    },
  }),

  DisassociateIamInstanceProfile: defineOperation<
    Ec2.DisassociateIamInstanceProfileRequest,
    Ec2.DisassociateIamInstanceProfileResult
  >({
    reads: ['AssociationId'],
    access: ec2PermissionToCreate('DisassociateIamInstanceProfile', kind),
    handle: (context) => {
      const instance = associated(context);
      const shown = toAssociation(instance, 'disassociating');
      instance.profile = undefined;
      return { IamInstanceProfileAssociation: shown };
    },
  }),

  ReplaceIamInstanceProfileAssociation: defineOperation<
    Ec2.ReplaceIamInstanceProfileAssociationRequest,
    Ec2.ReplaceIamInstanceProfileAssociationResult
  >({
    reads: ['AssociationId', 'IamInstanceProfile'],
    access: ec2PermissionToCreate('ReplaceIamInstanceProfileAssociation', kind),
    handle: (context) => {
      const { input, random, clock } = context;
      const instance = associated(context);
      const profile = profileFor(input.IamInstanceProfile ?? {}, context);
      instance.profile = { ...profile, id: newId(random, 'iip-assoc'), time: accountTime(clock) };
      return { IamInstanceProfileAssociation: toAssociation(instance, 'associating') };
    },
  }),
};

const associationKind = {
  ...{ prefix: 'iip-assoc', type: 'iam-instance-profile-association', noun: 'association' },
  missingCode: 'InvalidAssociationID.NotFound',
};

function associated({
  input,
  state,
  region,
}: OperationContext<{ readonly AssociationId?: string | undefined }>): Instance {
  const { AssociationId: id = '' } = input;
  const instance = inRegion(computeOf(state).instances, region).find(({ profile }) => profile?.id === id);
  if (!instance)
    throw ec2Error('InvalidAssociationID.NotFound', `An invalid association-id of '${id}' was given`);
  return instance;
}

/** The profile that is named, whose role the caller must be allowed to pass (IAM User Guide, "PassRole"). */
export function profileFor(
  { Name, Arn }: Ec2.IamInstanceProfileSpecification,
  { state, require }: OperationContext<object>,
): { readonly arn: string; readonly profileId: string } {
  if (Name === undefined && Arn === undefined) throw ec2MissingParameter('IamInstanceProfile');
  const profiles = state.of(instanceProfileState);
  const profile =
    Name === undefined
      ? [...profiles.values()].find(({ arn }) => arn === Arn)
      : profiles.get(Name.toLowerCase());
  if (!profile)
    throw invalidParameterValue(
      Name === undefined
        ? `Value (${Arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`
        : `Value (${Name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`,
    );
  if (profile.role) require(passRole(profile.role.arn, 'ec2.amazonaws.com'));
  return { arn: profile.arn, profileId: profile.id };
}

const toAssociation = (
  { id: InstanceId, profile }: Instance,
  State: Ec2.IamInstanceProfileAssociationState,
): Ec2.IamInstanceProfileAssociation => ({
  AssociationId: profile?.id,
  InstanceId,
  IamInstanceProfile: { Arn: profile?.arn, Id: profile?.profileId },
  State,
});
