import type { AccessRequest, RequestPrincipal } from '../../../../src/aws/sandbox/policy-engine/index.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

/** A request as policies see it, and its condition keys by their names. */
export function request(
  conditions: Values = {},
  { action = 's3:GetObject', resource = 'arn:aws:s3:::example-bucket/a/b', principal }: Part = {},
): AccessRequest {
  const values = Object.entries(conditions).map(([key, value]): [string, readonly string[]] => [
    key.toLowerCase(),
    typeof value === 'string' ? [value] : value,
  ]);
  return { action, resource, principal, conditions: new Map(values) };
}

interface Part {
  readonly action?: string;
  readonly resource?: string;
  readonly principal?: RequestPrincipal;
}

/** A document that allows all, but for what is said. */
export const allow = (rest: object) => document({ Effect: 'Allow', ...rest });
export const deny = (rest: object) => document({ Effect: 'Deny', ...rest });

function document(rest: object) {
  return { Version: '2012-10-17', Statement: [{ Action: '*', Resource: '*', ...rest }] };
}
