/** `x-amz-copy-source` is percent-encoded but for its slashes; a version stands behind `?versionId=`. */
export function withQuotedSource(input: Record<string, unknown>): Record<string, unknown> {
  const source = input.CopySource;
  if (typeof source !== 'string') return input;
  const [path = '', version] = source.split('?versionId=');
  const quoted = path.split('/').map(percentEncode).join('/');
  return { ...input, CopySource: version === undefined ? quoted : `${quoted}?versionId=${version}` };
}

const percentEncode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
