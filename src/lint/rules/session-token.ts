import type { TextRule } from '../types.ts';
import { isPlaceholder } from './placeholder.ts';

/** How the tokens that STS gives out begin, or where one is called by its name. */
const TOKEN =
  /(?<![A-Za-z0-9/+=])(?:(?:FwoG|FQoG|IQoJ|AQoD)[A-Za-z0-9/+=]{60,}|(?<=session_?token["']?\s*[:=]\s*["']?)[A-Za-z0-9/+=]{80,})/gi;

export const sessionToken: TextRule = {
  name: 'session-token',
  reads: 'text',
  find: (text) =>
    [...text.matchAll(TOKEN)]
      .filter(([token]) => !isPlaceholder(token))
      .map(({ index, 0: token }) => ({
        index,
        text: token,
        message: `${token.slice(0, 4)}... looks like a real session token.`,
        mend: 'Write AQoEXAMPLEH4aoAH0gNCAPy..., or hide it. A token that was published stays valid until it expires.',
      })),
};
