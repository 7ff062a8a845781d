import type { CreateFunctionRequest, UpdateFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import { parameterNotSimulated } from '../../operation/index.ts';
import { invalidLambdaParameter } from './lambda-errors.ts';
import type { FunctionSettings } from './lambda-state.ts';

/** Runtimes that functions can be created with, in the order in which AWS was recorded to list them. */
const RUNTIMES =
  'nodejs20.x python3.14 provided.al2023 python3.12 python3.13 nodejs24.x nodejs22.x java25 python3.10 python3.11 java21 ruby3.3 ruby3.4 ruby3.2 python3.8 python3.9 java17 nodejs16.x dotnet10 dotnet8 java11 dotnet6 nodejs18.x provided.al2 java8.al2'.split(
    ' ',
  );
/** Runtimes that were there once. Source: Developer Guide, "Lambda runtimes", deprecated runtimes. */
const RETIRED =
  'nodejs nodejs4.3 nodejs4.3-edge nodejs6.10 nodejs8.10 nodejs10.x nodejs12.x nodejs14.x python2.7 python3.6 python3.7 ruby2.5 ruby2.7 java8 go1.x dotnetcore1.0 dotnetcore2.0 dotnetcore2.1 dotnetcore3.1 provided'.split(
    ' ',
  );

/** Developer Guide, "Working with Lambda environment variables": names that the runtime sets and no function may. */
const RESERVED =
  '_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR'.split(
    ' ',
  );

const CANNOT_CONFIGURE =
  'Lambda was unable to configure your environment variables because the environment variables you have provided';

type Given = Partial<CreateFunctionRequest> & UpdateFunctionConfigurationRequest;

/** Members of a request to create or to change a function that the sandbox reads. */
export const SETTINGS = [
  'Environment.Variables',
  'LoggingConfig.LogGroup',
  'LoggingConfig.LogFormat',
  'Runtime',
] as const;

/** The settings that a request gives. Throws InvalidParameterValueException. */
export function givenSettings(given: Given, operation: string): Partial<Omit<FunctionSettings, 'code'>> {
  if (given.Runtime !== undefined) checkRuntime(given.Runtime);
  if (given.LoggingConfig?.LogFormat === 'JSON')
    throw parameterNotSimulated('lambda', operation, 'LoggingConfig.LogFormat=JSON');
  const variables = given.Environment && (given.Environment.Variables ?? {});
  if (variables) checkVariables(variables);
  const settings = {
    runtime: given.Runtime,
    handler: given.Handler,
    role: given.Role,
    description: given.Description,
    timeout: given.Timeout,
    memorySize: given.MemorySize,
    variables,
    tracing: given.TracingConfig?.Mode,
    storage: given.EphemeralStorage?.Size,
    logGroup: given.LoggingConfig?.LogGroup,
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function checkRuntime(runtime: string): void {
  if (RETIRED.includes(runtime))
    throw invalidLambdaParameter(
      `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`,
    );
  if (!RUNTIMES.includes(runtime))
    throw invalidLambdaParameter(
      `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${RUNTIMES.join(', ')}] or be a valid ARN`,
    );
}

/** Developer Guide, "Lambda quotas": all environment variables together, as JSON. */
const MOST_VARIABLES = 4096;

function checkVariables(variables: Readonly<Record<string, string>>): void {
  const reserved = Object.keys(variables).filter((name) => RESERVED.includes(name));
  if (reserved.length > 0)
    throw invalidLambdaParameter(
      `${CANNOT_CONFIGURE} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  const measured = JSON.stringify(variables);
  if (new TextEncoder().encode(measured).length > MOST_VARIABLES)
    throw invalidLambdaParameter(`${CANNOT_CONFIGURE} exceeded the 4KB limit. String measured: ${measured}`);
}
