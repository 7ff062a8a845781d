/** `host:port`, or undefined where it is not that. A host with no port gets `defaultPort`. */
export function parseAuthority(
  authority: string,
  defaultPort: number,
): { host: string; port: number } | undefined {
  const match = /^(?<host>[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(?<port>\d{1,5}))?$/i.exec(authority);
  if (!match?.groups?.host) return undefined;
  return { host: match.groups.host.toLowerCase(), port: Number(match.groups.port ?? defaultPort) };
}

/** Names of this machine itself, which only the plain endpoint has. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
  );
}
