import { tokenRule } from './token-rule.ts';

/** How the tokens that STS gives out begin, or where one is called by its name. */
const TOKEN =
  /(?<![A-Za-z0-9/+=])(?:(?:FwoG|FQoG|IQoJ|AQoD)[A-Za-z0-9/+=]{60,}|(?<=session_?token["']?\s*[:=]\s*["']?)[A-Za-z0-9/+=]{80,})/gi;

export const sessionTokenRule = tokenRule({
  name: 'session-token',
  pattern: TOKEN,
  what: 'a real session token',
  fix: () =>
    'Write AQoEXAMPLEH4aoAH0gNCAPy..., or hide it. A token that was published stays valid until it expires.',
});
