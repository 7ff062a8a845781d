import { say } from '../../../language/index.ts';
import { readScript } from '../../../procedure/index.ts';
import type { Found, ScriptRule } from '../types.ts';

const AT_HOST = String.raw`[[(]?[\w.-]+@[\w.-]+[^$#%\n]{0,40}[$#%]`;
const WINDOWS = String.raw`(?:[A-Z]:\\|PS )[^>\n]{0,60}>`;
/** Of a shell without settings, as Session Manager opens it, and of CloudShell. */
const BARE_SHELL = String.raw`(?:(?:ba|z|k|da)?sh-[\d.]+|~(?:\/\S*)? )[$#%]`;
const PROMPT = new RegExp(
  String.raw`^[ \t]*((?:[$%❯➜]|${AT_HOST}|${BARE_SHELL}|${WINDOWS})[ \t]+)(?=\S)`,
  'gm',
);

/** A prompt that is copied with its command is run as a command. */
export const promptRule: ScriptRule = {
  name: 'prompt',
  reads: 'script',
  find(script) {
    const { regions } = readScript(script);
    return [...script.matchAll(PROMPT)].flatMap((match): Found[] => {
      const index = match.index + match[0].length - (match[1] ?? '').length;
      if (regions.some(({ kind, start, end }) => kind !== 'comment' && start <= index && index < end))
        return [];
      const written = (match[1] ?? '').trim();
      return [
        {
          index,
          text: written,
          message: say`The prompt "${written}" would be run with the command.`,
          edit: { length: (match[1] ?? '').length, replacement: '' },
          fix: say`Remove it; what the command prints goes into a result example after the fence.`,
        },
      ];
    });
  },
};
