/** `host:port`, or undefined where it is not that. A host with no port gets `defaultPort`. */
export function parseAuthority(
  authority: string,
  defaultPort: number,
): { host: string; port: number } | undefined {
  const match = /^(?<host>[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(?<port>\d{1,5}))?$/i.exec(authority);
  if (!match?.groups?.host) return undefined;
  return { host: match.groups.host.toLowerCase(), port: Number(match.groups.port ?? defaultPort) };
}

/** AWS's own domains, as its endpoints have them (AWS General Reference, "AWS service endpoints"). */
const AWS_DOMAIN = /(^|\.)(amazonaws\.com|amazonaws\.com\.cn|api\.aws)$/;

/** Tells whether a host is an AWS service endpoint: the proxy answers for no other. */
export function isAwsHost(host: string): boolean {
  return AWS_DOMAIN.test(host) && isHostName(host);
}

/** Names of this machine itself, which only the plain endpoint has. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
  );
}

/** A certificate is made for the name: 63 characters a label and 253 in all (RFC 1035), `_` as some clients send it. */
function isHostName(host: string): boolean {
  return host.length <= 253 && host.split('.').every((label) => /^[a-z0-9_-]{1,63}$/.test(label));
}
