/**
 * Fields of S3, EC2, DynamoDB, KMS, CloudWatch Logs, EventBridge, its Scheduler and Lambda that AWS CLI 2.9.19 does not know (its botocore's models end in January 2023). The
 * built-in `aws` shows them, as today's CLI does; the contract takes them out of the answers, so that all the rest can be equal.
 */
const ELEMENTS = [
  'BucketArn',
  'ChecksumType',
  'ChecksumCRC64NVME',
  'groupLongName',
  'securityGroupArn',
  'securityGroupRuleArn',
  // Of CreateRouteTable.
  'clientToken',
  // Of an instance type's processor.
  'manufacturer',
];
/** Operations whose answers were empty then. */
const ONCE_EMPTY = /<(?:DeleteKeyPair|DeregisterImage)Response\b/;
const IN_ONCE_EMPTY = /\s*<(return|keyPairId)>[^<]*<\/\1>/g;
const MEMBERS = [
  'DeletionProtectionEnabled',
  'WarmThroughput',
  'CurrentKeyMaterialId',
  'KeyMaterialId',
  'SourceKeyMaterialId',
  'DestinationKeyMaterialId',
  'RotationPeriodInDays',
  'NextRotationDate',
  'logGroupClass',
  'logGroupArn',
  'deletionProtectionEnabled',
  'applyOnTransformedLogs',
  'policyScope',
  'LoggingConfig',
  'EventSourceMappingArn',
  // Of a schedule.
  'ActionAfterCompletion',
];
/** Of event buses: other services had members of these names. */
const BUS = ':event-bus/';
const IN_BUSES = ['CreationTime', 'LastModifiedTime'];
const HEADERS = [
  ...['x-amz-checksum-crc64nvme', 'x-amz-checksum-type', 'x-amz-bucket-arn'],
  'x-amz-transition-default-minimum-object-size',
];
/** The CLI knows the first of refusals, from which it learns where to go. */
const HEADERS_OF_SUCCESS = ['x-amz-bucket-region', 'x-amz-access-point-alias'];

const elements = new RegExp(`\\s*<(${ELEMENTS.join('|')})>[^<]*</\\1>`, 'g');

/** An answer as an AWS of that time would have given it. */
export async function withoutYounger(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const name of [...HEADERS, ...(response.ok ? HEADERS_OF_SUCCESS : [])]) headers.delete(name);
  if (response.body === null) return new Response(null, { ...told(response), headers });
  if (/application\/(x-amz-)?json/.test(headers.get('content-type') ?? ''))
    return withoutMembers(response, headers);
  if (!/xml/.test(headers.get('content-type') ?? ''))
    return new Response(response.body, { ...told(response), headers });
  headers.delete('content-length');
  const text = (await response.text()).replace(elements, '');
  const older = ONCE_EMPTY.test(text) ? text.replace(IN_ONCE_EMPTY, '') : text;
  return new Response(older, { ...told(response), headers });
}

/** The checksum goes with them: clients read an answer without one. */
async function withoutMembers(response: Response, headers: Headers): Promise<Response> {
  const body = await response.text();
  const hasBuses = body.includes(BUS);
  if (!hasBuses && !MEMBERS.some((name) => body.includes(name)))
    return new Response(body, { ...told(response), headers });
  for (const name of ['content-length', 'x-amz-crc32']) headers.delete(name);
  const data = JSON.parse(body, function (this: { readonly Arn?: unknown }, name, value) {
    const isYounger = MEMBERS.includes(name) || (IN_BUSES.includes(name) && String(this.Arn).includes(BUS));
    return isYounger ? undefined : value;
  });
  return new Response(JSON.stringify(data), { ...told(response), headers });
}

const told = ({ status, statusText }: Response) => ({ status, statusText });
