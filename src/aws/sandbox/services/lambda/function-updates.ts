import type {
  FunctionConfiguration,
  UpdateFunctionCodeRequest,
  UpdateFunctionConfigurationRequest,
} from '@aws-sdk/client-lambda';
import { defineOperation } from '../../operation/index.ts';
import { toConfiguration, versionArn } from './describe-function.ts';
import { checkExecutionRole } from './execution-role.ts';
import { findFunction, onFunction } from './find-function.ts';
import { readCode } from './function-code.ts';
import { changeSettings, checkChangeable } from './function-lifecycle.ts';
import { givenSettings, SETTINGS } from './function-settings.ts';
import * as rules from './lambda-constraints.ts';
import { publish } from './versions.ts';

export default {
  UpdateFunctionCode: defineOperation<UpdateFunctionCodeRequest, FunctionConfiguration>({
    constraints: { FunctionName: rules.functionName, Architectures: rules.architectures },
    reads: ['ZipFile', 'S3Bucket', 'S3Key', 'S3ObjectVersion', 'Publish', 'DryRun', 'RevisionId'],
    access: onFunction('UpdateFunctionCode'),
    handle: async (context) => {
      const { input, clock } = context;
      const one = findFunction(context);
      checkChangeable(one, clock, input.RevisionId);
      const code = await readCode(input, context);
      const architecture = input.Architectures?.[0] ?? one.latest.settings.architecture;
      if (input.DryRun) return toConfiguration(one, one.latest, one.arn, clock);
      changeSettings(one, { code, architecture }, context);
      const version = input.Publish ? publish(one, context) : one.latest;
      return toConfiguration(one, version, versionArn(one, version), clock);
    },
  }),
  UpdateFunctionConfiguration: defineOperation<UpdateFunctionConfigurationRequest, FunctionConfiguration>({
    constraints: {
      FunctionName: rules.functionName,
      Role: rules.roleArn,
      Handler: rules.handlerName,
      Description: rules.description,
      Timeout: rules.timeout,
      MemorySize: rules.memorySize,
      TracingConfig: rules.tracing,
      EphemeralStorage: rules.storage,
    },
    reads: [...SETTINGS, 'RevisionId'],
    access: onFunction('UpdateFunctionConfiguration'),
    handle: (context) => {
      const { input, clock } = context;
      const one = findFunction(context);
      checkChangeable(one, clock, input.RevisionId);
      const settings = givenSettings(input, 'UpdateFunctionConfiguration');
      if (settings.role !== undefined) checkExecutionRole(settings.role, context);
      changeSettings(one, settings, context);
      return toConfiguration(one, one.latest, one.arn, clock);
    },
  }),
};
