import type { MatchContext } from '../types.ts';

/** `createdAt`, `LastModifiedTime`, `expirationDate`, `StartTimestamp`: keys of an instant. */
const TIME_KEY =
  /(?:[tT]ime|TIME|[dD]ate|[a-z]At|^at|[tT]imestamp|TIMESTAMP|On|^on|[uU]ntil|[sS]ince|[cC]reated|[uU]pdated|[mM]odified|[eE]xpiration|[eE]xpires|[a-z]By|[sS]tart|[eE]nd|[tT]imes|[tT]imestamps|[tT]imeMillis|[tT]imeInMillis|(?:[dD]ate|[tT]ime)[A-Z]\w*|first|last|[lL]ast[A-Z]\w*|[bB]efore|[aA]fter|[vV]alid(?:From|To)|[eE]xpiry|TTL)$/;

export const isTimeKey = (key: string | undefined): boolean => key !== undefined && TIME_KEY.test(key);

/** `VpcId`, `taskArn`, `Identifiers`, `NextToken`: keys of what identifies. Logical ids are names. */
const ID_KEY =
  /(?:I[dD]s?|^ids?|_ids?|Identifiers?|identifiers?|Arns?|ARNs?|arns?|Uuids?|[Ss]erialNumber|Guid|Ref|Handle|Hash|Fingerprint|fingerprint)$/;
const LOGICAL =
  /^(?:(?:Stack|Logical)ResourceId|LogicalId|Sid|StatementId|AvailabilityZoneId|ZoneId|azId|WaiterId|DBInstanceIdentifier|DBClusterIdentifier)$/;

export const isIdKey = (key: string | undefined): boolean =>
  key !== undefined && ID_KEY.test(key) && !LOGICAL.test(key);

/** `S3Key`, `OutputLocation`, `StatusMessage`: keys of a place or a message that may hold an id. */
export const isPlaceKey = (key: string | undefined): boolean =>
  key !== undefined && /(?:S3Key|S3Uri|[lL]ocation|Prefix|[a-z]Message)$/.test(key);

/** `NextToken`, `Marker`, `ReceiptHandle`, `UploadId`: keys of a token for a later request. */
export const isTokenKey = (key: string): boolean =>
  /(?:[tT]oken|TOKEN|[mM]arker|[cC]ursor|ReceiptHandle|receiptHandle|UploadId|uploadId|Iterator|(?:Scroll|Sequence)\w*)$/.test(
    key,
  ) && !/(?:AuthorizationToken|SessionToken|aws_session_token)$/.test(key);

const QUERY = /\s--query(?:=|\s+)(?:'([^']*)'|"([^"]*)"|([^\s'"]+))/g;
/** An index, a filter or a flattening behind a key, also behind a pipe: `[0]`, `[]`, `[?Name=='x']`, ` | [0]`. */
const BRACKETS = /(?:\s*\|)?\s*\[(?:-?\d*|\*|\?[^\]]*|-?\d*:-?\d*)\]$/;

const keys = new WeakMap<MatchContext, string | undefined>();

/**
 * Returns the key of the values that a script prints without it, as its only `--query` names it; undefined where the
 * query makes an object, a list of several keys, or calls a function.
 *
 * @example queriedKey({ script: "aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text", ... }) // 'VpcId'
 */
export function queriedKey(context: MatchContext): string | undefined {
  if (!keys.has(context)) keys.set(context, keyIn(context.script ?? ''));
  return keys.get(context);
}

function keyIn(script: string): string | undefined {
  const queries = [...script.matchAll(QUERY)].map(
    ([, single, double, word]) => single ?? double ?? word ?? '',
  );
  const [query, ...others] = queries;
  if (query === undefined || others.length > 0) return undefined;
  let path = query.trim();
  while (BRACKETS.test(path)) path = path.replace(BRACKETS, '');
  return /(?:^|[.|]\s*)([A-Za-z_]\w*)$/.exec(path)?.[1];
}
