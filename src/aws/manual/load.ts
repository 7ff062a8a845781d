import type { Manual } from './types.ts';

const COMMANDS = new Set(
  'aws cloudformation cloudwatch configure dynamodb dynamodbstreams ec2 events iam kms lambda logs s3 s3api scheduler secretsmanager sns sqs ssm sts'.split(
    ' ',
  ),
);
const loaded = new Map<string, Promise<Manual>>();

/** Loads what the CLI says about a command (`sts`), or of `aws` itself; undefined for a command that is not simulated. */
export async function loadManual(command: string): Promise<Manual | undefined> {
  if (!COMMANDS.has(command)) return undefined;
  const known = loaded.get(command) ?? read(command);
  loaded.set(command, known);
  // A text that could not be fetched once may be there the next time.
  known.catch(() => loaded.delete(command));
  return known;
}

/** For a browser each is a file of the site, and what is imported its address: no script has to hold so much text. */
async function read(command: string): Promise<Manual> {
  const found: { readonly default: Manual | string } = await import(
    /* webpackMode: "eager" */ `./texts/${command}.json`,
    { with: { type: 'json' } }
  );
  if (typeof found.default !== 'string') return found.default;
  const response = await fetch(found.default);
  if (!response.ok) throw new Error(`${found.default}: ${response.status}`);
  return response.json();
}
