import { randomIdPattern } from './random-id.ts';
import { UUID_IN_SMALL_LETTERS } from './shapes.ts';
import type { ValuePattern } from './types.ts';

/** How a service writes its ids: what stays in another run, and what is made for each resource (regular expressions). */
interface IdFormat {
  readonly fixed: string;
  readonly random: string;
}

/** Formats that nothing else has. */
const DISTINCT: readonly IdFormat[] = [
  // API reference of Directory Service, pattern of DirectoryId; WorkDocs and WorkMail show it too.
  { fixed: 'd-', random: '(?=[a-f]*\\d)[0-9a-f]{10}' },
  // API reference of Amazon Cognito user pools, UserPoolId: the Region, an underscore, 9 letters and digits.
  { fixed: '[a-z]{2}(?:-[a-z]+)+-\\d_', random: '(?=[A-Za-z]*\\d)[0-9A-Za-z]{7,9}' },
  // API reference of IAM Identity Center, pattern of InstanceArn.
  { fixed: 'ssoins-', random: '[0-9a-zA-Z]{16}' },
  { fixed: 'ps-', random: '[0-9a-f]{16}' },
  // Resource ids of Amazon RDS (User Guide, DbiResourceId and DbClusterResourceId).
  { fixed: '(?:db|cluster)-', random: '[A-Z0-9]{24,28}' },
  // Containers of Amazon ECS on Fargate, runtimeId.
  { fixed: '', random: '(?:[0-9a-f]{32}|[0-9a-f]{25}EXAMPLE)-\\d{7,10}' },
  // AWS X-Ray Developer Guide, trace ids.
  { fixed: '1-', random: '[0-9a-f]{8}-(?:[0-9a-f]{24}|[0-9a-f]*example)' },
  // Jobs of AWS Snowball.
  { fixed: 'JID', random: UUID_IN_SMALL_LETTERS },
  // Connections, virtual interfaces and groups of AWS Direct Connect.
  { fixed: 'dx(?:con|vif|lag|peer)-', random: '[a-z0-9]{8}' },
  // Security identifiers of directories.
  { fixed: 'S-\\d-\\d{1,2}-\\d{1,3}-', random: '\\d{9,11}(?:-\\d{3,12}){2,3}' },
  // Requests for Spot Instances, rules of AWS Config, blue/green deployments of Amazon RDS.
  { fixed: 'sir-', random: '(?=[a-z]*\\d)[0-9a-z]{8}' },
  { fixed: 'config-rule-', random: '(?=[a-z]*\\d|abcdef)[a-z0-9]{6}' },
  { fixed: 'bgd-', random: '[a-z0-9]{16,20}' },
  // Gateways and file shares of AWS Storage Gateway, deployments of AWS CodeDeploy.
  { fixed: '(?:sgw|share)-', random: '(?=[A-F]*\\d)[0-9A-F]{8}' },
  { fixed: 'd-', random: '(?=[A-Z]*\\d)[0-9A-Z]{9}' },
  // Shards of a stream of Amazon DynamoDB, operations of AWS Cloud Map, comments and versions of Amazon WorkDocs.
  { fixed: 'shardId-', random: '\\d{20}-[0-9a-f]{8}' },
  { fixed: '', random: '(?=[a-z]*\\d)[0-9a-z]{32}-[0-9a-z]{8}' },
  { fixed: '', random: '\\d{13}-[0-9a-f]{64}' },
  // OpsItems of Systems Manager.
  { fixed: 'oi-', random: '[0-9a-f]{12}' },
];

/** Formats that a name may have as well: ids only in ARNs, URLs and under the key of an identifier. */
const COMMON: readonly IdFormat[] = [
  { fixed: '[a-z]{2}(?:-[a-z]+)+-\\d_', random: '[0-9A-Za-z]{9}' },
  // API reference of Organizations, patterns of the Id members.
  { fixed: 'o-', random: '[a-z0-9]{10,32}' },
  { fixed: 'ou-', random: '[0-9a-z]{4,32}-[a-z0-9]{8,32}' },
  { fixed: 'r-', random: '[0-9a-z]{4,32}' },
  { fixed: '(?:car|h)-', random: '[a-z0-9]{8,32}' },
  { fixed: 'p-', random: '[0-9a-zA-Z_]{8,128}' },
  // API reference of AWS Service Catalog, ids of products, portfolios, artifacts, records and others.
  { fixed: '(?:prodview|port|pa|pp|rec|opv|lpv\\d?)-', random: '[a-z0-9]{13}' },
  // Letters alone behind these are a name: `prod-myapplication`.
  { fixed: '(?:prod|tag|plan|act)-', random: '(?=[a-z]*\\d+[a-z])[a-z0-9]{13}' },
  // Namespaces and services of AWS Cloud Map, associations of Amazon EKS, sessions of Amazon IVS.
  { fixed: '(?:ns|srv)-', random: '(?=[a-z]*\\d)[a-z0-9]{16}' },
  { fixed: 'a-', random: '(?=[a-z]*\\d)[a-z0-9]{17}' },
  { fixed: 'st-', random: '[A-Za-z0-9]{12,14}' },
  // Runs, templates and findings of Amazon Inspector Classic.
  { fixed: '0-', random: '[0-9A-Za-z]{8}' },
  // Jobs of AWS Elemental MediaConvert, cases of AWS Support.
  { fixed: '', random: '\\d{13}-[a-z0-9]{6}' },
  { fixed: 'case-', random: '\\d{11,12}-[a-z]+-\\d{4}-[0-9a-f]{16}' },
  // Environments of Elastic Beanstalk.
  { fixed: 'e-', random: '[a-z0-9]{10}' },
  // API reference of WorkSpaces, pattern of WorkspaceId.
  { fixed: 'ws-', random: '[0-9a-z]{8,63}' },
];

function patternFor(formats: readonly IdFormat[]): ValuePattern {
  const sources = formats.map(({ fixed, random }) => `${fixed}${random}`);
  return {
    ...randomIdPattern,
    needs: ['-'],
    finds: new RegExp(`(?<![A-Za-z0-9-])(?:${sources.join('|')})(?![A-Za-z0-9-])`, 'g'),
    recognises: undefined,
    shape: (example) => {
      const format = formats.find((_, index) => new RegExp(`^${sources[index]}$`).test(example));
      if (!format) return '(?!)';
      const fixed = new RegExp(`^${format.fixed}`).exec(example)?.[0] ?? '';
      // That it holds a digit tells an example from a name; in an output it need not.
      return fixed.replaceAll('-', '\\-') + format.random.replace(/^\(\?=[^)]*\)/, '');
    },
    accepts: undefined,
  };
}

/** `d-926726012c`, `us-east-1_Ab1Cd2Ef3`: the prefix or the Region stays. */
export const serviceId = patternFor(DISTINCT);

/** `o-a1b2c3d4e5`, `ou-ab12-cd34ef56`, `ws-0123456789`. */
export const prefixedId = patternFor(COMMON);
