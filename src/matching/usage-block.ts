/**
 * Cuts the usage block of the AWS CLI out of what a failed command printed, and keeps its message.
 *
 * @example withoutUsage('usage: aws [options] ...\n\naws: error: argument --role-name: expected one argument\n')
 * // 'aws: error: argument --role-name: expected one argument'
 */
export function withoutUsage(stderr: string): string {
  const text = stderr.trim();
  if (!/^usage: aws/m.test(text)) return text;
  const usage = text.search(/^usage: /m);
  const message = text.slice(usage).search(/^(?:aws: |Unknown options)/m);
  return message < 0 ? text : (text.slice(0, usage) + text.slice(usage + message)).trim();
}
