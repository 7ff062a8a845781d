import type { RoutingRule } from '@aws-sdk/client-s3';

/** Address that a website was asked at: protocol and host as the reader wrote them, and the path, still escaped. */
export interface Asked {
  readonly protocol: string;
  readonly host: string;
  readonly path: string;
}

export interface Route {
  readonly status: number;
  readonly location: string;
}

/**
 * The redirection of the first routing rule that applies: before the object is read, or after an error. Source: S3 User
 * Guide, "Use advanced conditional redirects"; API reference, Condition and Redirect.
 */
export function route(rules: readonly RoutingRule[], asked: Asked, error?: number): Route | undefined {
  const key = keyOf(asked.path);
  if (key === undefined) return undefined;
  const rule = rules.find(({ Condition: { KeyPrefixEquals = '', HttpErrorCodeReturnedEquals } = {} }) => {
    const fits = HttpErrorCodeReturnedEquals === undefined || HttpErrorCodeReturnedEquals === String(error);
    return fits && key.startsWith(KeyPrefixEquals);
  });
  if (!rule) return undefined;
  const { Condition, Redirect = {} } = rule;
  const { HostName = asked.host, HttpRedirectCode = '301', Protocol = asked.protocol } = Redirect;
  const { ReplaceKeyPrefixWith: start, ReplaceKeyWith: whole } = Redirect;
  const rest = key.slice(Condition?.KeyPrefixEquals?.length ?? 0);
  // A replacement stays as it is written: people redirect to `resize?key=` in front of the key.
  const path = whole ?? (start === undefined ? pathOf(key) : start + pathOf(rest));
  return { status: Number(HttpRedirectCode), location: `${Protocol}://${HostName}/${path}` };
}

/** The key as the path of a URL has it. */
export const pathOf = (key: string): string => key.split('/').map(encodeURIComponent).join('/');

/** None where the path has a bad escape, which S3 refuses as it reads the object. */
function keyOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return undefined;
  }
}
