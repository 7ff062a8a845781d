import type { Condition, Redirect, RoutingRule } from '@aws-sdk/client-s3';
import { invalidRequest, malformedXml } from './s3-errors.ts';

const MAX_RULES = 50;

/** Refuses routing rules of a website that S3 refuses. Texts of S3, as other implementations quote them. */
export function checkRoutingRules(rules: readonly RoutingRule[]): void {
  if (rules.length === 0) throw malformedXml();
  if (rules.length > MAX_RULES)
    throw invalidRequest(
      `${rules.length} routing rules provided, the number of routing rules in a website configuration is limited to ${MAX_RULES}.`,
    );
  for (const { Condition, Redirect } of rules) {
    if (!Redirect) throw malformedXml();
    checkRedirect(Redirect);
    if (Condition) checkCondition(Condition);
  }
}

function checkRedirect(redirect: Redirect): void {
  const { HttpRedirectCode: code, Protocol, ReplaceKeyPrefixWith, ReplaceKeyWith } = redirect;
  if (ReplaceKeyPrefixWith !== undefined && ReplaceKeyWith !== undefined)
    throw invalidRequest('You can only define ReplaceKeyPrefix or ReplaceKey but not both.');
  if (Object.values(redirect).includes('')) throw malformedXml();
  if (code !== undefined && (!/^3\d\d$/.test(code) || code === '300'))
    throw invalidRequest(
      `The provided HTTP redirect code (${code}) is not valid. Valid codes are 3XX except 300.`,
    );
  if (Protocol !== undefined && Protocol !== 'http' && Protocol !== 'https')
    throw invalidRequest(
      'Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.',
    );
}

function checkCondition({ HttpErrorCodeReturnedEquals: code, KeyPrefixEquals: prefix }: Condition): void {
  if (code === undefined && prefix === undefined)
    throw invalidRequest(
      "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.",
    );
  if (code !== undefined && !/^[45]\d\d$/.test(code))
    throw invalidRequest(`The provided HTTP error code (${code}) is not valid. Valid codes are 4XX or 5XX.`);
}
