import type { AwsHost } from '../../../src/aws/cli/index.ts';
import { MemoryFiles } from './memory-files.ts';

const NOW = new Date('2021-12-20T09:00:00Z');
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 's' };

/** A host with files in memory, by absolute path, and nothing that answers. */
export function memoryHost(
  texts: Readonly<Record<string, string>> = {},
  changes: Partial<AwsHost> = {},
): AwsHost & { readonly files: MemoryFiles } {
  const bytes = Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]);
  const files = new MemoryFiles({ '/home/me/': undefined, ...Object.fromEntries(bytes) }, NOW);
  return {
    env: { HOME: '/home/me', AWS_DEFAULT_REGION: 'ap-northeast-1', ...KEYS },
    cwd: '/home/me',
    readFile: async (path) => {
      const content = await files.read(path);
      return content && new TextDecoder().decode(content);
    },
    transport: () => Promise.reject(new Error('no request is expected here')),
    now: () => NOW,
    ...changes,
    files,
  };
}

/** The text of a file that a command wrote. */
export const textOf = async (host: { readonly files: MemoryFiles }, path: string): Promise<string> =>
  new TextDecoder().decode(await host.files.read(path));
