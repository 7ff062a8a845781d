import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, identityOf, type OperationContext, unreadPaths } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, ec2NotSimulated } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { ec2Page, type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { computeOf, type LaunchTemplate, type LaunchTemplateVersion } from './state/index.ts';
import { someTags, tagsFor } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.launchTemplate;
const NAME = {
  minLength: 3,
  maxLength: 128,
  pattern: '[a-zA-Z0-9()./_-]+',
  source: 'botocore, LaunchTemplateName',
};
const DESCRIPTION = { maxLength: 255, source: 'botocore, VersionDescription' };

/** The members of the data that RunInstances reads. */
const DATA = [
  ...['ImageId', 'InstanceType', 'KeyName', 'SecurityGroupIds', 'SecurityGroups', 'UserData', 'EbsOptimized'],
  ...[
    'NetworkInterfaces',
    'BlockDeviceMappings',
    'TagSpecifications',
    'IamInstanceProfile',
    'MetadataOptions',
  ],
  ...['DisableApiTermination', 'DisableApiStop', 'InstanceInitiatedShutdownBehavior', 'Monitoring.Enabled'],
  ...['Placement.AvailabilityZone', 'Placement.Tenancy', 'CreditSpecification.CpuCredits'],
];

export default {
  CreateLaunchTemplate: defineOperation<Ec2.CreateLaunchTemplateRequest, Ec2.CreateLaunchTemplateResult>({
    constraints: { LaunchTemplateName: NAME, VersionDescription: DESCRIPTION },
    reads: ['DryRun', 'ClientToken', 'LaunchTemplateData', 'TagSpecifications'],
    access: ec2PermissionToCreate('CreateLaunchTemplate', kind),
    handle: (context) => {
      const { input, state, region, random, clock, caller } = context;
      const { launchTemplates } = computeOf(state);
      const { LaunchTemplateName: name = '', VersionDescription } = input;
      if (inRegion(launchTemplates, region).some((one) => one.name === name))
        throw ec2Error(
          'InvalidLaunchTemplateName.AlreadyExistsException',
          'Launch template name already in use.',
        );
      const created = accountTime(clock);
      const version = newVersion(1, VersionDescription, created, input.LaunchTemplateData);
      const template: LaunchTemplate = {
        ...{
          id: newId(random, kind.prefix),
          region,
          tags: tagsFor(input.TagSpecifications, kind),
          name,
          created,
        },
        createdBy:
          caller.kind === 'service' || caller.kind === 'anonymous' ? '' : identityOf(caller, state).arn,
        ...{ defaultVersion: 1, latestVersion: 1, versions: [version] },
      };
      launchTemplates.set(template.id, template);
      return { LaunchTemplate: toTemplate(template) };
    },
  }),

  CreateLaunchTemplateVersion: defineOperation<
    Ec2.CreateLaunchTemplateVersionRequest,
    Ec2.CreateLaunchTemplateVersionResult
  >({
    constraints: { VersionDescription: DESCRIPTION },
    reads: [
      ...(['DryRun', 'ClientToken', 'LaunchTemplateId', 'LaunchTemplateName'] as const),
      ...(['SourceVersion', 'LaunchTemplateData'] as const),
    ],
    access: permissionToChange('CreateLaunchTemplateVersion', kind, 'LaunchTemplateId'),
    handle: (context) => {
      const { input, clock } = context;
      const template = templateOf(context);
      const { SourceVersion, VersionDescription, LaunchTemplateData } = input;
      const source = SourceVersion === undefined ? undefined : versionOf(template, SourceVersion);
      const data = { ...source?.data, ...LaunchTemplateData };
      const number = template.latestVersion + 1;
      const version = newVersion(number, VersionDescription, accountTime(clock), data);
      template.versions = [...template.versions, version];
      template.latestVersion = number;
      return { LaunchTemplateVersion: toVersion(template, version) };
    },
  }),

  DescribeLaunchTemplates: defineOperation<
    Ec2.DescribeLaunchTemplatesRequest,
    Ec2.DescribeLaunchTemplatesResult
  >({
    constraints: { MaxResults: { ...PAGE_LIMITS.MaxResults, min: 1, max: 200 } },
    reads: ['DryRun', 'LaunchTemplateIds', 'LaunchTemplateNames', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeLaunchTemplates'),
    handle: ({ input, state, region }) => {
      const all = inRegion(computeOf(state).launchTemplates, region);
      const { LaunchTemplateNames: names = [] } = input;
      if (names.some((name) => !all.some((one) => one.name === name))) throw nameNotFound();
      const named = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
      const page = selectPage(named, input.LaunchTemplateIds, kind, input, filters);
      return { LaunchTemplates: page.items.map(toTemplate), NextToken: page.next };
    },
  }),

  DescribeLaunchTemplateVersions: defineOperation<
    Ec2.DescribeLaunchTemplateVersionsRequest,
    Ec2.DescribeLaunchTemplateVersionsResult
  >({
    constraints: { MaxResults: { ...PAGE_LIMITS.MaxResults, min: 1, max: 200 } },
    reads: ['DryRun', 'LaunchTemplateId', 'LaunchTemplateName', 'Versions', 'NextToken'],
    access: permissionToDescribe('DescribeLaunchTemplateVersions'),
    handle: (context) => {
      const template = templateOf(context);
      const { Versions = [] } = context.input;
      const chosen =
        Versions.length > 0
          ? Versions.map((version) => versionOf(template, version))
          : template.versions.toSorted((a, b) => b.number - a.number);
      const page = ec2Page(
        chosen.map((version) => ({ id: String(version.number).padStart(9, '0'), version })),
        context.input,
      );
      const versions = page.items.map(({ version }) => toVersion(template, version));
      return { LaunchTemplateVersions: versions, NextToken: page.next };
    },
  }),

  ModifyLaunchTemplate: defineOperation<Ec2.ModifyLaunchTemplateRequest, Ec2.ModifyLaunchTemplateResult>({
    reads: ['DryRun', 'ClientToken', 'LaunchTemplateId', 'LaunchTemplateName', 'DefaultVersion'],
    access: permissionToChange('ModifyLaunchTemplate', kind, 'LaunchTemplateId'),
    handle: (context) => {
      const template = templateOf(context);
      const { DefaultVersion } = context.input;
      if (DefaultVersion === undefined) throw ec2MissingParameter('DefaultVersion');
      template.defaultVersion = versionOf(template, DefaultVersion).number;
      return { LaunchTemplate: toTemplate(template) };
    },
  }),

  DeleteLaunchTemplate: defineOperation<Ec2.DeleteLaunchTemplateRequest, Ec2.DeleteLaunchTemplateResult>({
    reads: ['DryRun', 'LaunchTemplateId', 'LaunchTemplateName'],
    access: permissionToChange('DeleteLaunchTemplate', kind, 'LaunchTemplateId'),
    handle: (context) => {
      const template = templateOf(context);
      computeOf(context.state).launchTemplates.delete(template.id);
      return { LaunchTemplate: toTemplate(template) };
    },
  }),
};

type Named = OperationContext<{
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
}>;

const nameNotFound = () =>
  ec2Error(
    'InvalidLaunchTemplateName.NotFoundException',
    'At least one of the launch templates specified in the request does not exist.',
  );

function templateOf({ input, state, region }: Named): LaunchTemplate {
  const { launchTemplates } = computeOf(state);
  const { LaunchTemplateId, LaunchTemplateName } = input;
  if (LaunchTemplateId !== undefined) return find(launchTemplates, LaunchTemplateId, kind, region);
  if (LaunchTemplateName === undefined)
    throw ec2Error('MissingParameter', "Either 'launchTemplateId' or 'launchTemplateName' must be provided.");
  const template = inRegion(launchTemplates, region).find(({ name }) => name === LaunchTemplateName);
  if (!template) throw nameNotFound();
  return template;
}

/** A version by its number, `$Latest` or `$Default`. */
function versionOf(template: LaunchTemplate, wanted: string): LaunchTemplateVersion {
  const { defaultVersion, latestVersion, versions } = template;
  const number =
    wanted === '$Latest' ? latestVersion : wanted === '$Default' ? defaultVersion : Number(wanted);
  const version = versions.find((one) => one.number === number);
  if (!version)
    throw ec2Error(
      'InvalidLaunchTemplateId.VersionNotFound',
      `Could not find the specified version ${wanted} for the launch template with ID ${template.id}.`,
    );
  return version;
}

function newVersion(
  number: number,
  description: string | undefined,
  created: Date,
  data: Ec2.RequestLaunchTemplateData | undefined,
): LaunchTemplateVersion {
  if (!data || Object.keys(data).length === 0) throw ec2MissingParameter('LaunchTemplateData');
  const [unread] = unreadPaths({ ...data }, DATA);
  if (unread !== undefined) throw ec2NotSimulated(`launch templates with ${unread}`);
  return { number, description, created, data };
}

/** A request with what its launch template says where it says nothing itself (API reference, RunInstances). */
export function withTemplate(context: OperationContext<Ec2.RunInstancesRequest>): Ec2.RunInstancesRequest {
  const { input } = context;
  const { LaunchTemplate: specification, ...own } = input;
  if (!specification) return input;
  const template = templateOf({ ...context, input: specification });
  const { data } = versionOf(template, specification.Version ?? '$Default');
  const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  const given: object = Object.fromEntries(Object.entries(own).filter(([, value]) => isGiven(value)));
  return { MinCount: 1, MaxCount: 1, ...data, ...given } as Ec2.RunInstancesRequest;
}

const toTemplate = (template: LaunchTemplate): Ec2.LaunchTemplate => ({
  LaunchTemplateId: template.id,
  LaunchTemplateName: template.name,
  CreateTime: template.created,
  CreatedBy: template.createdBy,
  DefaultVersionNumber: template.defaultVersion,
  LatestVersionNumber: template.latestVersion,
  Tags: someTags(template.tags),
});

const toVersion = (
  { id, name, createdBy, defaultVersion }: LaunchTemplate,
  { number, description, created, data }: LaunchTemplateVersion,
): Ec2.LaunchTemplateVersion => ({
  LaunchTemplateId: id,
  LaunchTemplateName: name,
  VersionNumber: number,
  VersionDescription: description,
  CreateTime: created,
  CreatedBy: createdBy,
  DefaultVersion: number === defaultVersion,
  LaunchTemplateData: data as Ec2.ResponseLaunchTemplateData,
});

/** The filters that the API reference lists. */
const filters: FilterValues<LaunchTemplate> = {
  'create-time': ({ created }) => [created.toISOString()],
  'launch-template-name': ({ name }) => [name],
};
