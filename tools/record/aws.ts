import { execa } from 'execa';

/** The AWS CLI that recordings are made with; `AWS_CLI=PATH` names another place. */
export const AWS = process.env.AWS_CLI ?? '/usr/bin/aws';
const VERSION = 'aws-cli/2.9.19 ';

/** Throws when the installed AWS CLI is not the version that the built-in `aws` follows. */
export async function requireAws(): Promise<void> {
  const { stdout } = await execa(AWS, ['--version'], { reject: false });
  if (!stdout?.startsWith(VERSION))
    throw new Error(
      `${AWS} is ${stdout || 'missing'}; recordings need ${VERSION.trim()}. Install it, or set AWS_CLI to its path.`,
    );
}
