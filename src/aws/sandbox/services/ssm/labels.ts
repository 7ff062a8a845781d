import type {
  LabelParameterVersionRequest,
  LabelParameterVersionResult,
  UnlabelParameterVersionRequest,
  UnlabelParameterVersionResult,
} from '@aws-sdk/client-ssm';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { findParameter, onParameter } from './locate.ts';
import { labelsConstraint, nameConstraint } from './parameter-constraints.ts';
import { parameterNotFound, versionNotFound } from './ssm-errors.ts';
import { latestOf, type Parameter, type ParameterVersion } from './state.ts';

/** User Guide, "Working with parameter labels". */
const MOST_LABELS = 10;

export default {
  LabelParameterVersion: defineOperation<LabelParameterVersionRequest, LabelParameterVersionResult>({
    constraints: { Name: nameConstraint, Labels: labelsConstraint },
    reads: ['ParameterVersion'],
    access: onParameter('LabelParameterVersion'),
    handle: (context) => {
      const { parameter, version } = findVersion(context);
      const labels = context.input.Labels ?? [];
      const valid = labels.filter(isLabel);
      if (new Set([...version.labels, ...valid]).size > MOST_LABELS)
        throw new ServiceError(
          400,
          'ParameterVersionLabelLimitExceeded',
          'A parameter version can have maximum 10 labels. Move one or more labels to another version and try again.',
        );
      // A label is on one version at a time.
      for (const label of valid) {
        for (const other of parameter.versions) other.labels.delete(label);
        version.labels.add(label);
      }
      return {
        InvalidLabels: labels.filter((label) => !isLabel(label)),
        ParameterVersion: version.version,
      };
    },
  }),
  UnlabelParameterVersion: defineOperation<UnlabelParameterVersionRequest, UnlabelParameterVersionResult>({
    constraints: { Name: nameConstraint, Labels: labelsConstraint },
    reads: ['ParameterVersion'],
    access: onParameter('UnlabelParameterVersion'),
    handle: (context) => {
      const { version } = findVersion(context);
      const labels = context.input.Labels ?? [];
      const removed = labels.filter((label) => version.labels.delete(label));
      return {
        RemovedLabels: removed,
        InvalidLabels: labels.filter((label) => !removed.includes(label)),
      };
    },
  }),
};

/** User Guide: letters, numbers and `.-_`; neither a number nor `aws` or `ssm` at its beginning. */
const isLabel = (label: string) => /^(?!aws|ssm|\d)[\w.-]+$/i.test(label);

type Context = OperationContext<{
  readonly Name: string | undefined;
  readonly ParameterVersion?: number | undefined;
}>;

function findVersion(context: Context): { parameter: Parameter; version: ParameterVersion } {
  const { Name = '', ParameterVersion } = context.input;
  const parameter = findParameter(context, Name);
  if (!parameter) throw parameterNotFound();
  const wanted = ParameterVersion ?? latestOf(parameter).version;
  const version = parameter.versions.find((one) => one.version === wanted);
  if (!version) throw versionNotFound(Name, String(wanted));
  return { parameter, version };
}
