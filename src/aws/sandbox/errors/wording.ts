import type { AuthorizationFault, Denial, Skew, Violation } from './types.ts';

/** `20260105T000000Z` */
export function basicTime(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** The sentence that all services refuse with (IAM User Guide, "Troubleshoot access denied error messages"). */
export function deniedMessage({ principalArn, action, resource, explicit, by }: Denial, quote = ''): string {
  const where = resource ? ` on resource: ${quote}${resource}${quote}` : '';
  const reason = explicit ? EXPLICIT[by] : implicit(by, action);
  return `User: ${principalArn} is not authorized to perform: ${action}${where}${reason}`;
}

const EXPLICIT: Readonly<Record<Denial['by'], string>> = {
  identity: ' with an explicit deny in an identity-based policy',
  boundary: ' with an explicit deny in a permissions boundary',
  session: ' with an explicit deny in a session policy',
  trust: ' with an explicit deny in the role trust policy',
  resource: ' with an explicit deny in a resource-based policy',
};

function implicit(by: Denial['by'], action: string): string {
  switch (by) {
    case 'identity':
      return ` because no identity-based policy allows the ${action} action`;
    case 'boundary':
      return ` because no permissions boundary allows the ${action} action`;
    case 'resource':
      return ` because no resource-based policy allows the ${action} action`;
    case 'session':
      return ` because no session policy allows the ${action} action`;
    // The guide has a reason here too; what AWS was seen to answer has none, the same as for an unknown role.
    case 'trust':
      return '';
  }
}

/** Our own wording, which names the sandbox: AWS has no such answer. */
export function notSimulatedMessage(service: string, operation: string): string {
  return `The Tejun sandbox does not simulate ${service}:${operation} yet.`;
}

/** Texts seen on AWS: aws-cli issue 6676, and its counterpart for a clock that is ahead. */
export function tooOld({ requestTime, now, allowed }: Skew): string {
  const limit = new Date(now.getTime() - allowed);
  return `Signature expired: ${basicTime(requestTime)} is now earlier than ${basicTime(limit)} (${basicTime(now)} - ${allowed / 60_000} min.)`;
}

export function tooNew({ requestTime, now, allowed }: Skew): string {
  const limit = new Date(now.getTime() + allowed);
  return `Signature not yet current: ${basicTime(requestTime)} is still later than ${basicTime(limit)} (${basicTime(now)} + ${allowed / 60_000} min.)`;
}

/** Source: the messages of the `scratchstack-aws-signature` crate, which was checked against AWS. */
export function incompleteSignature(fault: AuthorizationFault): string {
  switch (fault.kind) {
    case 'algorithm':
      return `Unsupported AWS 'algorithm': '${fault.got}'.`;
    case 'parameter':
      return `'${fault.got}' not a valid key=value pair (missing equal-sign) in Authorization header: '${fault.header}'`;
    case 'missing':
      return fault.form === 'header' ? missingInHeader(fault.names) : missingInQuery(fault.names);
    case 'credential':
      return `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${fault.got}'`;
    case 'date':
      return `Date must be in ISO-8601 'basic format'. Got '${fault.got}'. See http://en.wikipedia.org/wiki/ISO_8601`;
    case 'expires':
    case 'epoch':
      return expiresFault(fault.got);
    case 'repeated':
      return repeated(fault.name);
    case 'unsigned-host':
      return `'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.`;
    case 'two-forms':
      // Our wording.
      return 'Only one of the Authorization header and the X-Amz-Algorithm query parameter may be given.';
  }
}

/** Our wording: AWS's for a part of a signature that is given twice is not known. */
export function repeated(name: string): string {
  return `'${name}' may be given only once.`;
}

/** Texts of S3, for a presigned URL's `X-Amz-Expires`. */
export function expiresFault(got: string): string {
  if (got.startsWith('-')) return 'X-Amz-Expires must be non-negative';
  if (!/^\d+$/.test(got)) return 'X-Amz-Expires should be a number';
  return 'X-Amz-Expires must be less than a week (in seconds) that is 604800';
}

/** The form in which Coral services report what breaks their model. */
export function validationErrors(violations: readonly Violation[]): string {
  for (const { member, rule } of violations)
    if (rule.kind === 'pattern' && rule.wording !== undefined)
      return `The specified value for ${uncapitalized(member)} is invalid. ${rule.wording}`;
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  return `${count} detected: ${violations.map(validationError).join('; ')}`;
}

function validationError({ member, value, rule }: Violation): string {
  const shown = value === undefined ? 'null' : `'${value}'`;
  return `Value ${shown} at '${uncapitalized(member)}' failed to satisfy constraint: Member must ${demand(rule)}`;
}

function uncapitalized(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function demand(rule: Violation['rule']): string {
  switch (rule.kind) {
    case 'required':
      return 'not be null';
    case 'min':
      return `have value greater than or equal to ${rule.limit}`;
    case 'max':
      return `have value less than or equal to ${rule.limit}`;
    case 'minLength':
      return `have length greater than or equal to ${rule.limit}`;
    case 'maxLength':
      return `have length less than or equal to ${rule.limit}`;
    case 'pattern':
      return `satisfy regular expression pattern: ${rule.pattern}`;
    case 'enum':
      return `satisfy enum value set: [${rule.values.join(', ')}]`;
  }
}

function missingInHeader(names: readonly string[]): string {
  const sentences = names.map((name) =>
    name === 'Date'
      ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
      : `Authorization header requires '${name}' parameter.`,
  );
  return `${sentences.join(' ')} Authorization=AWS4-HMAC-SHA256`;
}

function missingInQuery(names: readonly string[]): string {
  const sentences = names.map((name) => `AWS query-string parameters must include 'X-Amz-${name}'.`);
  return `${sentences.join(' ')} Re-examine the query-string parameters.`;
}
