import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { needCliV2 } from '../real-clients.ts';
import { copyOfProject } from './projects.ts';
import { contents, tejun } from './tejun.ts';

/** Prints what must not be published in every way that the CLI knows, and keeps it for the test. */
const PAGE = `# Page

\`\`\`bash command
aws sts get-session-token --duration-seconds 900 --output json > session.json
aws sts get-session-token --output text >> raw; aws sts get-session-token --output table >> raw
aws sts get-session-token --query Credentials.SecretAccessKey --output text >> raw
cat session.json ~/.aws/credentials >> raw
\`\`\`

\`\`\`bash command
value() { sed -n -E "s/^ *\\"$1\\": \\"(.+)\\",?$/\\1/p" session.json; }
aws configure set aws_access_key_id "$(value AccessKeyId)" --profile session
aws configure set aws_secret_access_key "$(value SecretAccessKey)" --profile session
aws configure set aws_session_token "$(value SessionToken)" --profile session
aws sts get-caller-identity --profile session > /dev/null &
aws sts get-access-key-info --access-key-id "$(value AccessKeyId)" > /dev/null 2>&1 &
wait
aws configure get aws_session_token --profile session | grep -q "$(value SessionToken)"
cat ~/.aws/credentials >> raw
\`\`\`

\`\`\`bash command
base64 -w 0 raw
\`\`\`

\`\`\`text result
c3RhbGU
\`\`\`
`;

test('a recording holds no secret of the run, and is played as it was', async () => {
  const project = copyOfProject();
  for (const folder of ['docs', 'i18n', 'test']) mkdirSync(join(project, folder), { recursive: true });
  const account = readFileSync(join(project, 'docs/sts-session-token/_account.yaml'), 'utf8');
  mkdirSync(join(project, 'docs/secrets'));
  writeFileSync(join(project, 'docs/secrets/_account.yaml'), account);
  writeFileSync(join(project, 'docs/secrets/page.mdx'), PAGE);
  const run = await tejun(
    ['doctest', '--shell', 'bash', '--record', '--aws', join(needCliV2().folder, 'aws'), 'secrets'],
    project,
  );
  expect(run.stderr).toContain('recorded  test/recordings/secrets/page.json');
  const raw = Buffer.from(/\+ ([A-Za-z0-9+/=]{100,})/.exec(run.stdout)?.[1] ?? '', 'base64').toString();
  const secrets = new Set(raw.match(/(?:AKIA|ASIA)[A-Z0-9]{16}|[A-Za-z0-9+/]{40,}=*/g));
  expect(secrets.size).toBeGreaterThanOrEqual(8);
  for (const [file, text] of Object.entries(contents(join(project, 'test/recordings'))))
    for (const secret of secrets) expect(text, file).not.toContain(secret);

  writeFileSync(join(project, 'docs/secrets/page.mdx'), PAGE.slice(0, PAGE.lastIndexOf('```bash')));
  const replay = await tejun(['doctest', '--target', 'recording', 'secrets'], project);
  expect(replay, replay.stdout + replay.stderr).toMatchObject({ exitCode: 0 });
}, 300_000); // The real CLI starts a dozen times.
