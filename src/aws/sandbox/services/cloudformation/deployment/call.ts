import type { ServiceId } from '../../../../wire/models/index.ts';
import { ServiceError } from '../../../errors/service-error.ts';
import { newRequestId, type ServiceContext } from '../../../operation/index.ts';
import type { Deployer, Stack } from '../cloudformation-state.ts';
import type { Answer, ResourceContext, Values } from '../resource-types/index.ts';

/** A call of a resource's service that was refused. */
export class CallError extends Error {
  readonly service: ServiceId;
  readonly refusal: ServiceError;

  constructor(service: ServiceId, refusal: ServiceError) {
    super(refusal.message);
    this.service = service;
    this.refusal = refusal;
  }
}

/** A resource's means to be made and changed, in the request of the present step. */
export function resourceContext(
  { context, stack, as }: { readonly context: ServiceContext; readonly stack: Stack; readonly as: Deployer },
  logicalId: string,
): ResourceContext {
  const { region, name: stackName } = stack;
  return {
    account: context.state.account.id,
    ...{ region, stackName, logicalId },
    newName: (maxLength) => physicalName(stackName, logicalId, context.random.text(12, ALPHABET), maxLength),
    call: async (service: ServiceId, operation: string, input: Values): Promise<Answer> => {
      try {
        return await context.call({ service, operation, input, region, as, checked: true });
      } catch (error) {
        if (error instanceof ServiceError) throw new CallError(service, error);
        throw error;
      }
    },
  };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `stack-Queue-1X2Y3Z4A5B6C`; the stack's name and the logical ID give way where the whole is too long. */
function physicalName(stackName: string, logicalId: string, random: string, maxLength: number): string {
  const room = maxLength - random.length - 2;
  if (stackName.length + logicalId.length <= room) return `${stackName}-${logicalId}-${random}`;
  const half = Math.floor(room / 2);
  const forLogicalId = Math.min(logicalId.length, Math.max(half, room - stackName.length));
  return `${stackName.slice(0, room - forLogicalId)}-${logicalId.slice(0, forLogicalId)}-${random}`;
}

/** Names of the services as their errors have them in CloudFormation's reasons. */
const TITLES: Readonly<Partial<Record<ServiceId, string>>> = {
  dynamodb: 'DynamoDb',
  ec2: 'Ec2',
  events: 'EventBridge',
  iam: 'Iam',
  kms: 'Kms',
  lambda: 'Lambda',
  logs: 'CloudWatchLogs',
  s3: 'S3',
  sns: 'Sns',
  sqs: 'Sqs',
  ssm: 'Ssm',
};

/** The reason of a resource's failure, in the form of AWS's resource handlers. */
export function reasonOf(
  error: CallError | ServiceError,
  { random }: Pick<ServiceContext, 'random'>,
): string {
  if (!(error instanceof CallError)) return error.message;
  const { service, refusal } = error;
  if (refusal.code === 'NotImplemented') return refusal.message;
  const origin = `Service: ${TITLES[service] ?? service}, Status Code: ${refusal.status}, Request ID: ${newRequestId(random)}`;
  return `Resource handler returned message: "${refusal.message} (${origin})" (RequestToken: ${newRequestId(random)}, HandlerErrorCode: ${handlerCode(refusal)})`;
}

/** Codes of the CloudFormation CLI User Guide, "Handler error codes". */
function handlerCode({ code, status }: ServiceError): string {
  if (isMissing(code)) return 'NotFound';
  if (/AlreadyExists|AlreadyOwnedByYou|Duplicate|ResourceInUse/.test(code)) return 'AlreadyExists';
  if (/LimitExceeded/.test(code)) return 'ServiceLimitExceeded';
  if (/Conflict/.test(code)) return 'ResourceConflict';
  if (status === 403) return 'AccessDenied';
  return status === 400 ? 'InvalidRequest' : 'GeneralServiceException';
}

/** True for the codes by which services say that something is not there. */
export function isMissing(code: string): boolean {
  return /NotFound|NoSuch|NonExistent|DoesNotExist/.test(code);
}
