import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { ownCommand } from '../../src/project/index.ts';

test.each([
  ['doctest --update', 'npm run doctest -- --update'],
  ['lint docs', 'npm run tejun -- lint docs'],
])('%s, in the checkout: %s', (command, typed) => {
  expect(ownCommand(command)).toBe(typed);
});

test.each(['doctest', 'sandbox', 'i18n', 'lint'])('the script that runs %s is there', (name) => {
  const [, , script = ''] = ownCommand(`${name} x`).split(' ');
  expect(packageJson.scripts).toHaveProperty(script);
});
