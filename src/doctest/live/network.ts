import { readFileSync } from 'node:fs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { ProxyAgent } from 'proxy-agent';
import { say } from '../../language/index.ts';
import { UsageError } from '../../project/usage-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
/** Variables that name trusted certificates; the first that is set counts for all. */
const BUNDLES = ['AWS_CA_BUNDLE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'];
const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;

/**
 * The variables that scripts need to reach AWS from this machine; `bundle` is where they find its certificates. No AWS_
 * variable: pages look at those.
 */
export function networkVariables(env: Environment, bundle: string | undefined): Record<string, string> {
  const found = [
    ...PROXIES.map((name) => [name, env[name]] as const),
    ...['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'].map((name) => [name, bundle] as const),
  ];
  return Object.fromEntries(found.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Passwords of the proxies, which scripts need and nobody should read; the short ones would be found in other words. */
export function proxyPasswords(env: Environment): string[] {
  const found = PROXIES.flatMap(
    (name) => /^(?:\w+:\/\/)?[^:/@\s]*:([^/\s]{8,})@/.exec(env[name] ?? '')?.[1] ?? [],
  );
  return [...new Set(found)];
}

/** The same way for the SDK, which by itself knows no proxy. */
export function requestHandler(env: Environment): NodeHttpHandler {
  const agent = new ProxyAgent({ ca: trustedCertificates(env) });
  return new NodeHttpHandler({
    httpAgent: agent,
    httpsAgent: agent as never, // it speaks both
    connectionTimeout: CONNECT_MS,
    requestTimeout: ANSWER_MS,
    throwOnRequestTimeout: true,
  });
}

/** Reads the certificates that this machine trusts instead of the usual; undefined where it names none. @throws UsageError */
export function trustedCertificates(env: Environment): Buffer | undefined {
  const file = BUNDLES.map((name) => env[name]).find(Boolean);
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(say`The file of trusted certificates cannot be read: ${(error as Error).message}.`);
  }
}
