import type { ValuePattern } from './types.ts';

/** `aws-cli/2.9.19 Python/3.11.2 Linux/6.1 ...`: what `aws --version` prints, to the end of the line. */
export const cliVersionPattern: ValuePattern = {
  type: 'cli-version',
  needs: ['aws-cli/'],
  finds: /(?<![\w/])aws-cli\/\d+\.\d+\.\d+[^\n]*/g,
  shape: () => 'aws-cli\\/\\d+\\.\\d+\\.\\d+(?: [^\\n]*)?',
  binds: () => false,
  describe: () => 'a version of the AWS CLI',
};
