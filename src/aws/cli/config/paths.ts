import type { AwsHost } from '../types.ts';

/** An absolute path from what a user wrote. */
export function expandPath(path: string, host: Pick<AwsHost, 'env' | 'cwd'>): string {
  const expanded = expandNames(path, host);
  return expanded.startsWith('/') ? expanded : `${host.cwd.replace(/\/$/, '')}/${expanded}`;
}

/** `~` and `$NAME` are expanded as Python's os.path does. */
export function expandNames(path: string, { env }: Pick<AwsHost, 'env'>): string {
  const home = env.HOME ?? '/';
  const named = path.replace(/\$(\w+|\{[^}]*\})/g, (whole, name: string) => {
    const variable = name.startsWith('{') ? name.slice(1, -1) : name;
    return env[variable] ?? whole;
  });
  return named === '~' || named.startsWith('~/') ? home + named.slice(1) : named;
}
