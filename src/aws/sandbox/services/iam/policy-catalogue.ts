import { CATALOGUE } from '../../aws-managed-policies/catalogue.ts';
import { type AccountState, type ManagedPolicy, newUniqueId, ServiceError } from '../../operation/index.ts';
import { createRandom } from '../../random/index.ts';

const PREFIX = 'arn:aws:iam::aws:policy';

/** Finds a policy by its ARN: the account's, or any of AWS's, also one whose document is not shipped. */
export function findManagedPolicy(state: AccountState, arn: string): ManagedPolicy | undefined {
  const known = state.policies.get(arn);
  if (known || !arn.startsWith(`${PREFIX}/`)) return known;
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const path = arn.slice(PREFIX.length, -name.length);
  const line = linesOf(path).find((one) => one.split(/[! ]/)[0] === name);
  if (line === undefined) return undefined;
  const policy = toPolicy(path, line);
  state.policies.set(arn, policy);
  return policy;
}

/** Every policy: the account's, and all of AWS's. */
export function allManagedPolicies(state: AccountState): ManagedPolicy[] {
  const unshipped = Object.keys(CATALOGUE).flatMap((path) =>
    linesOf(path)
      .map((line) => toPolicy(path, line))
      .filter(({ arn }) => !state.policies.has(arn)),
  );
  return [...state.policies.values(), ...unshipped];
}

/** Throws where an answer would show what the sandbox does not have of one of AWS's policies. Our wording. */
export function requireDocument({ arn, unshipped }: ManagedPolicy): void {
  if (unshipped)
    throw new ServiceError(
      501,
      'NotImplemented',
      `The Tejun sandbox can list and attach ${arn}, but does not have its description and document.`,
    );
}

function linesOf(path: string): readonly string[] {
  return Object.hasOwn(CATALOGUE, path) ? (CATALOGUE[path] ?? '').trim().split('\n') : [];
}

/** The unique id is made up, always the same for a name: the list of policies has none. */
function toPolicy(path: string, line: string): ManagedPolicy {
  const [marked = '', version = '1', since = '0', later = '0'] = line.split(' ');
  const name = marked.replace('!', '');
  const created = Number.parseInt(since, 36) * 1000;
  const updated = new Date(created + Number.parseInt(later, 36) * 1000);
  const document = { Version: '2012-10-17', Statement: [] };
  const defaultVersion = { id: `v${version}`, created: updated, text: '', document };
  return {
    name,
    path,
    arn: `${PREFIX}${path}${name}`,
    policyId: newUniqueId(createRandom(name), 'ANPA'),
    created: new Date(created),
    updated,
    tags: [],
    versions: [defaultVersion],
    defaultVersion,
    versionsMade: Number(version),
    unshipped: { denies: marked.endsWith('!') },
  };
}
