import { expect, it } from 'vitest';
import { type AwsHost, aws } from '../../../../src/aws/cli/index.ts';

const CONFIG =
  '[profile r]\nregion = eu-west-1\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = default\n';
const KEYS = '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n';

const session = `<R><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
<SessionToken>T</SessionToken><Expiration>2026-01-05T13:00:00Z</Expiration></Credentials></AssumeRoleResult></R>`;

it('assumes a role once, and again when less than 15 minutes are left', async () => {
  const asked: (string | null)[] = [];
  let now = '2026-01-05T12:00:00Z';
  const host: AwsHost = {
    ...{ env: { HOME: '/h', AWS_PROFILE: 'r' }, cwd: '/h' },
    now: () => new Date('2026-01-05T12:00:00Z'),
    accountNow: () => new Date(now),
    readFile: async (path) => (path.endsWith('/config') ? CONFIG : KEYS),
    async transport({ body }) {
      const action = new URLSearchParams(new TextDecoder().decode(body)).get('Action');
      asked.push(action);
      return new Response(action === 'AssumeRole' ? session : '<R/>');
    },
  };
  const run = () => aws(['sts', 'get-caller-identity'], { ...host });
  await run();
  now = '2026-01-05T12:45:00Z';
  await run();
  expect(asked).toEqual(['AssumeRole', 'GetCallerIdentity', 'GetCallerIdentity']);
  now = '2026-01-05T12:45:01Z';
  await run();
  expect(asked.slice(3)).toEqual(['AssumeRole', 'GetCallerIdentity']);
});
