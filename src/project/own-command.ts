/** True where this code is a package that npm has installed. */
const IS_INSTALLED = import.meta.url.includes('/node_modules/');

/** Subcommands that the checkout of Tejun has as npm scripts. */
const SCRIPTS = ['doctest', 'sandbox', 'i18n'];

/**
 * Writes a command as its user types it: with `npx` where Tejun is installed, with `npm run` in its own checkout.
 *
 * @param command subcommand and arguments: `doctest my-course`
 */
export function ownCommand(command: string): string {
  if (IS_INSTALLED) return `npx tejun ${command}`;
  const [name = '', ...words] = command.split(' ');
  return SCRIPTS.includes(name) ? `npm run ${name} -- ${words.join(' ')}` : `npm run tejun -- ${command}`;
}
