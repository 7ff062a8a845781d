import { helpText, parseCustom, printedOutput, valued } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { openS3 } from './s3-client.ts';

export const websiteOptions = [valued('index-document'), valued('error-document')];

/** `aws s3 website s3://bucket`: makes a bucket a website; the scheme may be left out. It prints nothing. */
export async function runWebsite(
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const path = { kind: 'positional', dest: 'paths', takes: 'one' } as const;
  const values = parseCustom(words, [path], websiteOptions);
  if (!values) return printedOutput(helpText('s3 website'));
  const s3 = await openS3(globals, host);
  const [index, error] = [values.get('index-document'), values.get('error-document')];
  await s3.call('PutBucketWebsite', {
    Bucket: String(values.get('paths'))
      .replace(/^s3:\/\//, '')
      .replace(/\/$/, ''),
    WebsiteConfiguration: {
      ...(index === undefined ? {} : { IndexDocument: { Suffix: index } }),
      ...(error === undefined ? {} : { ErrorDocument: { Key: error } }),
    },
  });
  return printedOutput('');
}
