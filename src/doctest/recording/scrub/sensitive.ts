/** The kinds of value that must not be published. */
export type SensitiveKind =
  | 'account-id'
  | 'canonical-id'
  | 'access-key-id'
  | 'secret'
  | 'session-token'
  | 'signature'
  | 'seed';

export interface Sensitive {
  readonly kind: SensitiveKind;
  readonly value: string;
}

const BASE64 = 'A-Za-z0-9+/';

/** Values that their own form gives away. */
const BY_FORM: readonly { readonly kind: SensitiveKind; readonly form: RegExp }[] = [
  { kind: 'access-key-id', form: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  // How tokens begin: regional ones, older global ones, the documentation's.
  {
    kind: 'session-token',
    form: new RegExp(
      `(?<![${BASE64}])(?:IQoJ|FwoG|FQoG|AQoD|AQoE)[${BASE64}]{60,}={0,2}(?![${BASE64}=])`,
      'g',
    ),
  },
  { kind: 'secret', form: new RegExp(`(?<![${BASE64}=])[${BASE64}]{40}(?![${BASE64}=])`, 'g') },
  { kind: 'account-id', form: /(?<![A-Za-z0-9.])\d{12}(?![A-Za-z0-9])/g },
  // The seed of a virtual MFA device (CreateVirtualMFADevice, Base32StringSeed).
  { kind: 'seed', form: /(?<![A-Za-z0-9])[A-Z2-7]{64}(?![A-Za-z0-9=])/g },
];

/** Values that only their name gives away: in JSON, YAML, INI, tables, URLs. */
const BY_NAME: readonly { readonly kind: SensitiveKind; readonly name: string; readonly value: string }[] = [
  { kind: 'secret', name: 'SecretAccessKey|aws_secret_access_key', value: `[${BASE64}]{16,}={0,2}` },
  { kind: 'session-token', name: 'SessionToken|aws_session_token', value: `[${BASE64}]{16,}={0,2}` },
  { kind: 'session-token', name: 'X-Amz-Security-Token|x-amz-security-token', value: `[${BASE64}%]{16,}` },
  { kind: 'signature', name: 'X-Amz-Signature', value: '[0-9a-f]{64}' },
  { kind: 'signature', name: '(?<=[?&])Signature', value: `[${BASE64}%]{20,}` },
  { kind: 'secret', name: 'ServicePassword|Password|GeneratedPassword', value: '[^\\s"\',|&]{8,}' },
  { kind: 'seed', name: 'Base32StringSeed', value: `[${BASE64}]{16,}={0,6}` },
  { kind: 'canonical-id', name: 'ID|OWNER\\t[^\\t\\n]*', value: '[0-9a-f]{64}' },
];

const NAMED = BY_NAME.map(({ kind, name, value }) => ({
  kind,
  form: new RegExp(`(?<![A-Za-z0-9_])(?:${name})["']?(?:\\s*[:=|\\t]\\s*|\\s+)["']?(${value})`, 'g'),
}));

/** Options of `aws` whose value is a secret of its own. */
const SECRET_OPTIONS =
  /^--(?:password|old-password|new-password|secret-access-key|sse-c-key|sse-c-copy-source-key|(?:copy-source-)?sse-customer-key)(?:=(.+))?$/s;
const SECRET_SETTINGS: Readonly<Record<string, SensitiveKind>> = {
  aws_secret_access_key: 'secret',
  aws_session_token: 'session-token',
};

/** All that a text holds and nobody else should read. Presigned URLs hold it percent-encoded: given as it is. */
export function findSensitive(text: string): Sensitive[] {
  const byForm = BY_FORM.flatMap(({ kind, form }) =>
    [...text.matchAll(form)].map(([value]) => ({ kind, value })).filter(isPlausible),
  );
  const byName = NAMED.flatMap(({ kind, form }) =>
    [...text.matchAll(form)].map(([, value = '']) => ({ kind, value: decoded(value) })),
  );
  return [...byForm, ...byName];
}

/** The same of a command line, whose options and settings say what stands beside them. */
export function findSensitiveArguments(args: readonly string[]): Sensitive[] {
  const beside = args.flatMap((arg, index): Sensitive[] => {
    const following = args[index + 1] ?? '';
    const option = SECRET_OPTIONS.exec(arg);
    if (option) return [{ kind: 'secret', value: option[1] ?? following }];
    const kind = SECRET_SETTINGS[arg.split('.').at(-1) ?? ''];
    return kind && following ? [{ kind, value: following }] : [];
  });
  return [...args.flatMap(findSensitive), ...beside];
}

/** A path, a word or a checksum in hexadecimal may be 40 characters long, too. */
function isPlausible({ kind, value }: Sensitive): boolean {
  if (kind === 'seed') return /[2-7]/.test(value);
  if (kind !== 'secret') return true;
  const mixed = /[A-Z]/.test(value) && /[a-z]/.test(value) && /[\d+]/.test(value);
  return mixed && !/^[0-9a-fA-F]+$/.test(value) && !value.startsWith('/');
}

function decoded(value: string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
