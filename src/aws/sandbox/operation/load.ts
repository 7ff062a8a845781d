import type { AnyOperation } from './types.ts';

/**
 * Awaits the import of an operation's file. A file that is not there is an operation not simulated yet;
 * whatever else fails is a fault to be seen.
 */
export async function loadOperation(
  kebabName: string,
  imported: Promise<{ default: AnyOperation }>,
): Promise<AnyOperation | undefined> {
  try {
    return (await imported).default;
  } catch (error) {
    if (isMissing(error, kebabName)) return undefined;
    throw error;
  }
}

/** `GetSessionToken` -> `get-session-token`, `DescribeVpcs` -> `describe-vpcs`. */
export function kebabCase(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** Node, Vite and rspack each say it their own way, and all name the file. */
function isMissing(error: unknown, kebabName: string): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  const missing =
    code === 'ERR_MODULE_NOT_FOUND' ||
    code === 'MODULE_NOT_FOUND' ||
    /^(Unknown variable dynamic import|Cannot find module|Failed to load url)/.test(error.message);
  return missing && error.message.includes(`/${kebabName}.ts`);
}
