import { ServiceError } from '../../operation/index.ts';

interface Fields {
  readonly [name: string]: unknown;
}

/**
 * The data of a bucket policy. Throws a ServiceError for what S3 refuses: the texts are those that users quote.
 *
 * @example
 * checkedPolicy('{"Statement": []}', 'arn:aws:s3:::b') // throws: Missing required field Statement
 */
export function checkedPolicy(text: string, bucketArn: string): unknown {
  if (!text.startsWith('{')) throw malformed("Policies must be valid JSON and the first byte must be '{'");
  let document: Fields;
  try {
    document = JSON.parse(text) as Fields;
  } catch {
    throw malformed('This policy contains invalid Json');
  }
  const { Version, Statement } = document;
  const statements = listOf(Statement);
  if (Statement === undefined || statements.length === 0) throw malformed('Missing required field Statement');
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17')
    throw malformed('The policy must contain a valid version string');
  for (const statement of statements) checkStatement(statement, bucketArn);
  return document;
}

function checkStatement(statement: unknown, bucketArn: string): void {
  if (!isFields(statement)) throw malformed('Invalid policy syntax.');
  const { Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource } = statement;
  if (Effect === undefined) throw malformed('Missing required field Effect');
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed(`Invalid effect: ${String(Effect)}`);
  if (Principal === undefined && NotPrincipal === undefined)
    throw malformed('Missing required field Principal');
  if (Action === undefined && NotAction === undefined) throw malformed('Missing required field Action');
  if (Resource === undefined && NotResource === undefined) throw malformed('Missing required field Resource');
  for (const name of principalsOf(Principal ?? NotPrincipal)) checkPrincipal(name);
  for (const action of listOf(Action ?? NotAction))
    if (typeof action !== 'string' || !/^(\*|s3:[A-Za-z*?]+)$/i.test(action))
      throw malformed('Policy has invalid action');
  for (const resource of listOf(Resource ?? NotResource)) checkResource(resource, bucketArn);
}

function checkResource(resource: unknown, bucketArn: string): void {
  const isOwn =
    resource === '*' ||
    (typeof resource === 'string' && (resource === bucketArn || resource.startsWith(`${bucketArn}/`)));
  if (!isOwn) throw malformed('Policy has invalid resource');
}

function checkPrincipal(name: unknown): void {
  const isKnown =
    typeof name === 'string' &&
    /^(\*|\d{12}|arn:aws:(iam|sts)::\d{12}:.+|[a-z0-9.-]+\.amazonaws\.com|[0-9a-f]{64})$/.test(name);
  if (!isKnown) throw malformed('Invalid principal in policy', { Detail: String(name) });
}

function principalsOf(element: unknown): unknown[] {
  return isFields(element) ? Object.values(element).flatMap(listOf) : listOf(element);
}

/** Keys whose fixed value says who asks (S3 User Guide, "The meaning of public"). */
const NARROWING =
  /^(aws:(SourceIp|SourceArn|SourceVpc|SourceVpce|SourceOwner|SourceAccount|userid|Principal(OrgID|OrgPaths|Account|Arn))|s3:x-amz-server-side-encryption-aws-kms-key-id|s3:DataAccessPointArn|s3:DataAccessPointAccount)$/i;

/** Tells whether a policy is public: `*` without a condition that fixes the caller. */
export function isPublic(document: unknown): boolean {
  return listOf((document as Fields).Statement).some((statement) => {
    if (!isFields(statement) || statement.Effect !== 'Allow') return false;
    const isForAll = statement.NotPrincipal !== undefined || principalsOf(statement.Principal).includes('*');
    return isForAll && !isNarrowed(statement.Condition);
  });
}

function isNarrowed(condition: unknown): boolean {
  if (!isFields(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      /^(String(Equals|Like)|Arn(Equals|Like)|IpAddress)$/.test(operator) &&
      isFields(keys) &&
      Object.entries(keys).some(
        ([key, values]) => NARROWING.test(key) && listOf(values).every((value) => isFixed(String(value))),
      ),
  );
}

/** A range of all addresses, or a wildcard, fixes nothing. */
function isFixed(value: string): boolean {
  return !/[*?]|\$\{/.test(value) && !/\/0$/.test(value);
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(message: string, elements: Record<string, string> = {}): ServiceError {
  return new ServiceError(400, 'MalformedPolicy', message, elements);
}
