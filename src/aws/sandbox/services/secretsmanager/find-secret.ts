import { type ConditionValues, resourceTagConditions } from '../../authorization/index.ts';
import type { OperationContext, ResourceScope } from '../../operation/index.ts';
import { markedForDeletion, noSuchSecret } from './secrets-errors.ts';
import { type Secret, secretsIn } from './secrets-state.ts';

type Input = { readonly SecretId?: string | undefined };

/** The hyphen and the six random characters at the end of an ARN. */
const SUFFIX = /-[A-Za-z0-9]{6}$/;

/**
 * Finds a secret by its name, its ARN, or its ARN without the six random characters. As recorded on AWS, an ARN whose
 * name itself ends like that is always read as a whole one.
 */
export function secretWith(place: ResourceScope, id: string): Secret | undefined {
  const isPartial = !SUFFIX.test(id);
  return secretsIn(place)
    .list()
    .find(({ name, arn }) => id === name || id === arn || (isPartial && id === arn.replace(SUFFIX, '')));
}

/** Finds a secret, also one that waits for its deletion. Throws ResourceNotFoundException. */
export function findAny(context: OperationContext<Input>): Secret {
  const secret = secretWith(context, context.input.SecretId ?? '');
  if (!secret) throw noSuchSecret();
  return secret;
}

/** The same; throws InvalidRequestException for one that waits for its deletion. */
export function findSecret(context: OperationContext<Input>): Secret {
  const secret = findAny(context);
  if (secret.deletion) throw markedForDeletion();
  return secret;
}

/** An ARN of a name that nothing has yet: without the random characters. */
export function arnOfName({ state, region }: ResourceScope, name: string): string {
  return name.startsWith('arn:')
    ? name
    : `arn:aws:secretsmanager:${region}:${state.account.id}:secret:${name}`;
}

/**
 * An action on the secret that the input names: judged by its ARN, denied by the id as it was given (as users of AWS
 * quote it).
 */
export function onSecret<Given extends Input>(action: string) {
  const found = (context: OperationContext<Given>) => secretWith(context, context.input.SecretId ?? '');
  return {
    action: `secretsmanager:${action}`,
    resource: (context: OperationContext<Given>) =>
      found(context)?.arn ?? arnOfName(context, context.input.SecretId ?? ''),
    shown: ({ input }: OperationContext<Given>) => input.SecretId,
    namesResource: true,
    policy: (context: OperationContext<Given>) => {
      const text = found(context)?.policy;
      return text ? JSON.parse(text) : undefined;
    },
    conditions: (context: OperationContext<Given>): ConditionValues => ({
      'secretsmanager:SecretId': found(context)?.arn ?? context.input.SecretId,
      ...secretTagConditions(found(context)),
    }),
  };
}

function secretTagConditions(secret: Secret | undefined): ConditionValues {
  const tags = [...(secret?.tags ?? [])];
  return {
    ...resourceTagConditions(tags.map(([key, value]) => ({ key, value }))),
    ...Object.fromEntries(tags.map(([key, value]) => [`secretsmanager:ResourceTag/${key}`, value])),
  };
}
