import type {
  GetTemplateInput,
  GetTemplateOutput,
  GetTemplateSummaryInput,
  GetTemplateSummaryOutput,
  ParameterDeclaration,
  ValidateTemplateInput,
  ValidateTemplateOutput,
} from '@aws-sdk/client-cloudformation';
import { defineOperation } from '../../operation/index.ts';
import { noStackWithId, validationError } from './cloudformation-errors.ts';
import { findStack } from './cloudformation-state.ts';
import { findChangeSet } from './find-change-set.ts';
import { changeSetNameOrId, onNoStack, onStack, stackNameOrId } from './find-stack.ts';
import { readRequestTemplate } from './read-request.ts';
import { checkResourceTypes } from './resource-types/index.ts';
import { neededCapability, type Template } from './template/index.ts';

export default {
  GetTemplate: defineOperation<GetTemplateInput, GetTemplateOutput>({
    // No template has macros: both stages are the same text.
    constraints: { ChangeSetName: changeSetNameOrId },
    reads: ['StackName', 'TemplateStage'],
    access: onStack('GetTemplate'),
    handle: (context) => {
      const { StackName, ChangeSetName } = context.input;
      if (StackName === undefined && ChangeSetName === undefined)
        throw validationError('StackName is required if ChangeSetName is not specified.');
      const template =
        ChangeSetName === undefined
          ? findStack(StackName ?? '', context)?.blueprint?.template
          : findChangeSet(context).changeSet.blueprint.template;
      if (!template) throw noStackWithId(StackName ?? '');
      return { TemplateBody: template.text, StagesAvailable: ['Original', 'Processed'] };
    },
  }),
  GetTemplateSummary: defineOperation<GetTemplateSummaryInput, GetTemplateSummaryOutput>({
    constraints: { StackName: stackNameOrId },
    reads: ['TemplateBody', 'TemplateURL'],
    access: onStack('GetTemplateSummary'),
    handle: async (context) => {
      const { StackName } = context.input;
      const stack = StackName === undefined ? undefined : findStack(StackName, context);
      if (StackName !== undefined && !stack?.blueprint) throw noStackWithId(StackName);
      const template = stack?.blueprint?.template ?? (await readRequestTemplate(context as never, undefined));
      const types = Object.values(template.resources).map(({ Type }) => Type);
      return {
        Parameters: Object.entries(template.parameters).map(([key, declared]) => ({
          ...parameterOf(key, declared),
          ParameterType: declared.Type,
          ParameterConstraints: declared.AllowedValues
            ? { AllowedValues: declared.AllowedValues.map(String) }
            : {},
        })),
        ...aboutTemplate(template),
        ResourceTypes: [...new Set(types)],
        Version: '2010-09-09',
        ...(template.metadata !== undefined && { Metadata: JSON.stringify(template.metadata) }),
      };
    },
  }),
  ValidateTemplate: defineOperation<ValidateTemplateInput, ValidateTemplateOutput>({
    reads: ['TemplateBody', 'TemplateURL'],
    access: onNoStack('ValidateTemplate'),
    handle: async (context) => {
      const template = await readRequestTemplate(context as never, undefined);
      await checkResourceTypes(template);
      return {
        Parameters: Object.entries(template.parameters).map(([key, declared]) => parameterOf(key, declared)),
        ...aboutTemplate(template),
      };
    },
  }),
};

function parameterOf(
  ParameterKey: string,
  { Default, NoEcho, Description }: Template['parameters'][string],
): ParameterDeclaration {
  return {
    ParameterKey,
    ...(Default !== undefined && { DefaultValue: String(Default) }),
    NoEcho: String(NoEcho) === 'true',
    ...(Description !== undefined && { Description }),
  };
}

function aboutTemplate(template: Template) {
  const needed = neededCapability(template);
  return {
    ...(template.description !== undefined && { Description: template.description }),
    ...(needed && {
      Capabilities: [needed.capability as 'CAPABILITY_IAM'],
      CapabilitiesReason: needed.reason,
    }),
  };
}
