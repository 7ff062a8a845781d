import type { Clock } from '../clock/index.ts';
import type { ConditionContext } from '../policy-engine/index.ts';
import type { Message } from '../protocols/index.ts';
import {
  type AccountState,
  type Caller,
  type Credential,
  credentialOwner,
  identityOf,
  type ServicePrincipal,
} from '../state/index.ts';

/** Source address of all callers: our choice, reserved for documentation (RFC 5737). */
export const SOURCE_IP = '203.0.113.10';

/** The request context that policies are evaluated against. */
export interface RequestContext {
  readonly message: Pick<Message, 'headers' | 'url'>;
  readonly caller: Caller;
  readonly state: AccountState;
  readonly clock: Clock;
  /** That the request was made to. */
  readonly region: string;
  /** Condition keys of the service, beside the global ones. */
  serviceConditions?(): ConditionValues;
}

/** Values of condition keys by their names; undefined where a request has none. */
export type ConditionValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The global condition keys of a request, then those of the operation, which win.
 * Source: IAM User Guide, "AWS global condition context keys", for which requests each is present in.
 */
export function conditionsOf(context: RequestContext, own: ConditionValues = {}): ConditionValues {
  return {
    ...ofRequest(context),
    ...ofPrincipal(context),
    ...context.serviceConditions?.(),
    ...own,
  };
}

/** The same as policies read them: keys are not distinguished by case. */
export function toContext(values: ConditionValues): ConditionContext {
  return new Map(present(values).map(([key, list]) => [key.toLowerCase(), list]));
}

/** The keys that have a value, each with a list. */
export function present(values: ConditionValues): [key: string, list: readonly string[]][] {
  return Object.entries(values).flatMap(([key, value]): [string, readonly string[]][] =>
    value === undefined ? [] : [[key, typeof value === 'string' ? [value] : value]],
  );
}

function ofRequest({ message, state, clock, region }: RequestContext): ConditionValues {
  const now = clock.account();
  return {
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': String(Math.floor(now.getTime() / 1000)),
    'aws:RequestedRegion': region,
    'aws:ResourceAccount': state.account.id,
    'aws:SecureTransport': String(message.url.protocol === 'https:'),
    'aws:SourceIp': SOURCE_IP,
    'aws:UserAgent': message.headers.get('user-agent') ?? undefined,
    'aws:Referer': message.headers.get('referer') ?? undefined,
    'aws:ViaAWSService': 'false',
  };
}

function ofPrincipal({ caller, state, clock }: RequestContext): ConditionValues {
  if (caller.kind === 'service') return ofService(caller, state);
  if (caller.kind === 'anonymous')
    return {
      'aws:PrincipalType': TYPES.anonymous,
      'aws:userid': 'anonymous',
      'aws:PrincipalIsAWSService': 'false',
    };
  const { arn, userId } = identityOf(caller, state);
  const isUser = caller.kind === 'long-term' || caller.kind === 'session';
  return {
    // Of an assumed role's session it is the role's.
    'aws:PrincipalArn': caller.kind === 'assumed-role' ? caller.role.arn : arn,
    'aws:PrincipalAccount': state.account.id,
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalType': TYPES[caller.kind],
    'aws:userid': userId,
    'aws:username': isUser ? caller.user.name : undefined,
    'aws:SourceIdentity': caller.kind === 'assumed-role' ? caller.sourceIdentity : undefined,
    ...ofSession(caller, clock),
    ...ofTags(caller),
  };
}

/** Source: IAM User Guide, "Cross-service confused deputy prevention". */
function ofService({ name, sourceArn }: ServicePrincipal, { account }: AccountState): ConditionValues {
  return {
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': name,
    'aws:SourceArn': sourceArn,
    'aws:SourceAccount': account.id,
    // An older name, by which the first policy of a topic lets alarms publish, and no event of S3 (SNS Developer Guide).
    'aws:SourceOwner': name === 'cloudwatch.amazonaws.com' ? account.id : undefined,
  };
}

const TYPES: Readonly<Record<Exclude<Caller['kind'], 'service'>, string>> = {
  anonymous: 'Anonymous',
  'long-term': 'User',
  session: 'User',
  federated: 'FederatedUser',
  'assumed-role': 'AssumedRole',
};

/** These keys are there for temporary credentials only, and the age only where MFA was used. */
function ofSession(caller: Credential, clock: Clock): ConditionValues {
  if (caller.kind === 'long-term') return {};
  const mfaTime = caller.kind === 'federated' ? undefined : caller.mfaTime;
  const age = mfaTime && Math.floor((clock.account().getTime() - mfaTime.getTime()) / 1000);
  return {
    'aws:MultiFactorAuthPresent': String(mfaTime !== undefined),
    'aws:MultiFactorAuthAge': age === undefined ? undefined : String(age),
    'aws:TokenIssueTime': caller.issued.toISOString(),
  };
}

/** "The session tag passed in the request takes precedence over the user tag", whatever the case of its key (API reference). */
function ofTags(caller: Credential): ConditionValues {
  const tags = [...credentialOwner(caller).tags, ...('tags' in caller ? caller.tags : [])];
  return Object.fromEntries(tags.map(({ key, value }) => [`aws:PrincipalTag/${key}`, value]));
}
