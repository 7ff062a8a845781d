import { randomIdPattern } from './random-id.ts';
import type { ValuePattern } from './types.ts';

/** An id that nothing but the text around it reveals (regular expressions). */
interface PlacedId {
  readonly before?: string;
  readonly id: string;
  readonly after?: string;
}

const PLACED: readonly PlacedId[] = [
  // Load balancers and target groups in ARNs, metrics and descriptions (Elastic Load Balancing User Guide).
  { before: '(?:app|net|gwy|targetgroup)\\/[A-Za-z0-9-]{1,32}\\/', id: '[0-9a-f]{16}' },
  // Deployments of a service (Amazon ECS API reference, Deployment).
  { before: 'ecs-svc\\/', id: '\\d{16,20}' },
  // Log streams of a function: date, version in brackets, id (Lambda Developer Guide).
  { before: '\\[(?:\\$LATEST|\\d{1,6})\\]', id: '[0-9a-f]{32}' },
  // Secrets Manager adds six characters to a secret's name in its ARN (User Guide).
  { before: ':secret:[\\w/+=.@!-]{1,512}-', id: '[A-Za-z0-9]{6}', after: '(?![\\w/+=.@-])' },
  // Backups of a table (DynamoDB Developer Guide): milliseconds since 1970 and an id.
  { before: '\\/backup\\/', id: '\\d{14}-[0-9a-f]{8}' },
  // Revisions and deployments of a service (Amazon ECS), consumers of a stream (Amazon Kinesis: seconds since 1970).
  { before: ':service-revision\\/[\\w-]{1,255}\\/[\\w-]{1,255}\\/', id: '\\d{16,20}' },
  { before: '\\/consumer\\/[\\w.-]{1,128}:', id: '\\d{10}' },
  // Resources of AWS HealthOmics, Amazon IVS, AWS IoT Device Advisor, AWS Payment Cryptography, AWS Global Accelerator.
  { before: ':omics:[^\\s"]{1,200}[a-z]\\/', id: '\\d{7,10}' },
  { before: ':ivs(?:chat)?:[a-z0-9-]{1,30}:\\d{12}:[a-z-]{1,40}\\/', id: '[A-Za-z0-9]{12}' },
  { before: ':suite(?:definition|run)\\/', id: '[a-z0-9]{12}' },
  { before: ':payment-cryptography:[a-z0-9-]{1,30}:\\d{12}:key\\/', id: '[a-z0-9]{16}' },
  { before: ':globalaccelerator:[^\\s"]{1,200}\\/(?:listener|endpoint-group)\\/', id: '[0-9a-z]{8,12}' },
  // Access points over several Regions (Amazon S3), stream keys (Amazon IVS), copies of a database (Amazon RDS).
  { before: ':accesspoint\\/', id: '[0-9a-z]{13}', after: '(?=\\.mrap)' },
  { before: '(?:^|["\\s])sk_[a-z0-9-]{1,30}_', id: '[A-Za-z0-9]{12}_[A-Za-z0-9]{12}' },
  { before: ':rds:[^\\s"]{1,200}-green-', id: '(?=[a-z]*\\d)[a-z0-9]{6}' },
  // Jobs of Amazon S3 Glacier.
  { before: '\\/jobs\\/', id: '[A-Za-z0-9_-]{90,}' },
  // APIs of AWS AppSync, archives of Amazon S3 Glacier, clusters of Amazon MSK (a number behind a UUID).
  { before: '\\bapis\\/', id: '[a-z0-9]{26}' },
  { before: '\\/archives\\/', id: '[A-Za-z0-9_-]{100,}' },
  { before: ':kafka:[^\\s"]{1,300}-', id: '\\d{1,2}', after: '(?![\\w-])' },
  // Name servers of a hosted zone (Route 53 Developer Guide).
  { id: 'ns-\\d{1,4}\\.awsdns-\\d\\d\\.(?:com|net|org|co\\.uk)' },
  // The CNAME record that proves a domain (ACM User Guide).
  { before: '(?:^|["\\s])_', id: '[0-9a-f]{32}', after: '(?=\\.)' },
  { before: '\\.', id: '[a-z]{10}', after: '(?=\\.acm-validations\\.aws)' },
  // The AWS CLI writes the seconds since 1970 and a random number into references that it makes up.
  { before: '-', id: '1\\d{9}-\\d{1,7}' },
];

/** An id of a service in a text that is known: `app/my-lb/50dc6c495c0c9188`, `ns-1234.awsdns-12.org`. */
export const placedIdPattern: ValuePattern = {
  ...randomIdPattern,
  finds: new RegExp(
    PLACED.map(
      ({ before, id, after = '' }) =>
        `${before === undefined ? '(?<![A-Za-z0-9-])' : `(?<=${before})`}${id}(?![A-Za-z0-9])${after}`,
    ).join('|'),
    'g',
  ),
  recognises: undefined,
  shape: (example) => PLACED.find(({ id }) => new RegExp(`^(?:${id})$`).test(example))?.id ?? '(?!)',
  accepts: undefined,
};
