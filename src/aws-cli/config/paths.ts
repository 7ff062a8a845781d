import type { AwsHost } from '../types.ts';

/** An absolute path from what a user wrote: `~` and `$NAME` are expanded as Python's os.path does. */
export function expandPath(path: string, host: AwsHost): string {
  const home = host.env.HOME ?? '/';
  const named = path.replace(/\$(\w+|\{[^}]*\})/g, (whole, name: string) => {
    const variable = name.startsWith('{') ? name.slice(1, -1) : name;
    return host.env[variable] ?? whole;
  });
  const expanded = named === '~' || named.startsWith('~/') ? home + named.slice(1) : named;
  return expanded.startsWith('/') ? expanded : `${host.cwd.replace(/\/$/, '')}/${expanded}`;
}
