/**
 * Cuts the usage block of the AWS CLI out of what a failed command printed, and keeps its message.
 *
 * @example withoutUsage('usage: aws [options] ...\n\naws: error: argument --role-name: expected one argument\n')
 * // 'aws: error: argument --role-name: expected one argument'
 */
export function withoutUsage(stderr: string): string {
  const text = stderr.trim();
  if (!/^usage: aws/m.test(text)) return text;
  return text.replace(/^usage: [\s\S]*?(?=^aws: |^Unknown options)/m, '').trim();
}
