import { resultsOf, type Step } from '../../procedure/index.ts';

/** Lines for the account file, by what the output says is not there; `script` is the step's. */
interface Proposal {
  readonly missing: RegExp;
  lines(found: readonly string[], script: string): string | undefined;
}

const BUCKET = /(?:\bs3:\/\/|--bucket[ =])["']?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?![\w.$-])/;

/** Errors in the words of the AWS CLI and of AWS; files also in those of coreutils. */
const proposals: readonly Proposal[] = [
  {
    missing: /\(NoSuchBucket\)/,
    lines: (_, script) => {
      const name = BUCKET.exec(script)?.[1];
      return name && `buckets:\n  - name: ${name}\n    region: ap-northeast-1`;
    },
  },
  {
    missing: /\(NoSuchEntity\).*: The (user|group) with name (\S+) cannot be found\./,
    lines: ([, kind, name]) => `${kind}s:\n  - name: ${name}`,
  },
  {
    missing: /\(NoSuchEntity\).*: The role with name (\S+) cannot be found\./,
    lines: ([, name]) => `roles:
  - name: ${name}
    trust:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal: { Service: ec2.amazonaws.com }
          Action: sts:AssumeRole`,
  },
  {
    missing:
      /User: (\S+) is not authorized to perform: (\S+) on resource: (\S+) because no identity-based policy allows/,
    lines: ([, caller = '', action, resource]) => {
      const [, kind, name] = /:(user|role|assumed-role)\/(?:.+\/)?([^/]+)/.exec(roleOf(caller)) ?? [];
      return name && policyLines(kind === 'user' ? 'users' : 'roles', name, { action, resource });
    },
  },
  {
    missing: /Unable to locate credentials/,
    lines: () => 'users:\n  - name: handson-user\n    accessKeys: 1',
  },
  { missing: /You must specify a region/, lines: () => 'region: ap-northeast-1' },
  {
    missing: /The config profile \((.+?)\) could not be found/,
    lines: ([, name]) => `profiles:\n  - name: ${name}\n    user: handson-user`,
  },
  {
    missing: /(?:No such file or directory: '|^cat: )([\w.~][\w./-]*)(?:'|: No such file or directory$)/m,
    lines: ([, path]) => `files:\n  - path: ${path}\n    content: |\n      ...`,
  },
];

/** `arn:aws:sts::…:assumed-role/name/session` -> without the session, which is no name of a role. */
const roleOf = (caller: string): string => caller.replace(/(:assumed-role\/[^/]+)\/.*/, '$1');

const policyLines = (
  list: string,
  name: string,
  { action, resource }: { readonly action?: string; readonly resource?: string },
): string => `${list}:
  - name: ${name}
    policies:
      - name: handson
        document:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: ${action}
              Resource: ${resource === '*' ? "'*'" : resource}`;

/**
 * Returns lines of YAML that give the account what a failed step found missing; undefined where nothing tells, or
 * where the page shows the same as its result.
 *
 * @example
 * // cat: policy.json: No such file or directory
 * 'files:\n  - path: policy.json\n    content: |\n      ...'
 */
export function accountLines(
  step: Step,
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
): string | undefined {
  if (step.role === 'elapse') return undefined;
  const printed = `${stderr}\n${stdout}`;
  for (const { missing, lines } of proposals) {
    const found = missing.exec(printed);
    if (!found || resultsOf(step).some(({ body }) => missing.test(body))) continue;
    return lines([...found], step.script);
  }
  return undefined;
}
