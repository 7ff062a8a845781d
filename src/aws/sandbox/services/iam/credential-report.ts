import type { GenerateCredentialReportResponse, GetCredentialReportResponse } from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import {
  type AccountState,
  defineOperation,
  type LongTermCredential,
  ServiceError,
  type UserRecord,
} from '../../operation/index.ts';
import { permissionOnAccount } from './iam-permissions.ts';
import { iamState } from './iam-state.ts';
import { devicesOf, keysOf } from './identities.ts';

/** "You can generate a credential report as often as once every four hours" (IAM User Guide, Getting credential reports). */
const VALID_MS = 4 * 3_600_000;

/** Columns in the order of the IAM User Guide, "Understanding the report format". */
const COLUMNS = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...keyColumns(1),
  ...keyColumns(2),
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
];

function keyColumns(number: number): string[] {
  return ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'].map(
    (fact) => `access_key_${number}_${fact}`,
  );
}

export default {
  /** The first call begins a report, the next one finds it done; for four hours it stays the same. */
  GenerateCredentialReport: defineOperation<object, GenerateCredentialReportResponse>({
    access: permissionOnAccount('GenerateCredentialReport'),
    handle: ({ state, clock }) => {
      const slice = state.of(iamState);
      const now = accountTime(clock);
      const { credentialReport: report } = slice;
      if (report && now.getTime() - report.generated.getTime() < VALID_MS) return { State: 'COMPLETE' };
      slice.credentialReport = { generated: now, text: reportOf(state, now) };
      // The description of a first report, as AWS was seen to answer (CLI reference, generate-credential-report).
      return { State: 'STARTED', Description: 'No report exists. Starting a new report generation task' };
    },
  }),

  GetCredentialReport: defineOperation<object, GetCredentialReportResponse>({
    access: permissionOnAccount('GetCredentialReport'),
    handle: ({ state, clock }) => {
      const { credentialReport: report } = state.of(iamState);
      // Codes and status: API reference, errors of GetCredentialReport. Our wording.
      if (!report)
        throw new ServiceError(
          410,
          'ReportNotPresent',
          'No report exists. Call GenerateCredentialReport first.',
        );
      if (accountTime(clock).getTime() - report.generated.getTime() >= VALID_MS)
        throw new ServiceError(
          410,
          'ReportExpired',
          'The report has expired. Call GenerateCredentialReport again.',
        );
      return {
        Content: new TextEncoder().encode(report.text),
        ReportFormat: 'text/csv',
        GeneratedTime: report.generated,
      };
    },
  }),
};

function reportOf(state: AccountState, now: Date): string {
  const users = [...state.users.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = [rootRow(state, now), ...users.map((user) => userRow(state, user))];
  return [COLUMNS.join(','), ...rows.map((row) => row.join(','))].join('\n');
}

/** The root user has no password and no keys here; what the report does not tell of it is `not_supported` (User Guide). */
function rootRow({ account, users }: AccountState, now: Date): string[] {
  const created = [...users.values()].map((user) => user.created.getTime());
  return [
    '<root_account>',
    `arn:aws:iam::${account.id}:root`,
    stamp(new Date(Math.min(now.getTime(), ...created))),
    ...['not_supported', 'no_information', 'not_supported', 'not_supported', 'false'],
    ...keyFacts(undefined),
    ...keyFacts(undefined),
    ...NO_CERTIFICATES,
  ];
}

const NO_CERTIFICATES = ['false', 'N/A', 'false', 'N/A'];

function userRow(state: AccountState, user: UserRecord): string[] {
  const { loginProfiles, passwordPolicy } = state.of(iamState);
  const profile = loginProfiles.get(user);
  const rotation =
    profile && passwordPolicy?.MaxPasswordAge
      ? stamp(new Date(profile.created.getTime() + passwordPolicy.MaxPasswordAge * 86_400_000))
      : 'N/A';
  const [first, second] = keysOf(state, user);
  return [
    user.name,
    user.arn,
    stamp(user.created),
    String(profile !== undefined),
    profile ? 'no_information' : 'N/A',
    profile ? stamp(profile.created) : 'N/A',
    rotation,
    String(devicesOf(state, user).length > 0),
    ...keyFacts(first),
    ...keyFacts(second),
    ...NO_CERTIFICATES,
  ];
}

function keyFacts(key: LongTermCredential | undefined): string[] {
  if (!key) return ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
  const { lastUsed } = key;
  return [
    String(key.status === 'Active'),
    stamp(key.created),
    lastUsed ? stamp(lastUsed.date) : 'N/A',
    lastUsed?.region ?? 'N/A',
    lastUsed?.service ?? 'N/A',
  ];
}

/** `2026-01-05T12:00:00+00:00`, the form of the report (ISO 8601 without fractions). */
const stamp = (date: Date): string => `${date.toISOString().slice(0, 19)}+00:00`;
