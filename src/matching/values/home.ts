import type { ValuePattern } from './types.ts';

/** `${HOME}`, `$HOME` or `~` before a path, as pages print them in results: the home of the one who runs it. */
export const homePattern: ValuePattern = {
  type: 'home',
  finds: /\$\{HOME\}|\$HOME(?!\w)|(?<![\w~/.:])~(?=\/)/g,
  shape: () => '(?:\\/(?:home|Users)\\/[\\w.-]+|\\/root)',
  binds: () => false,
  describe: () => 'a home directory',
};
