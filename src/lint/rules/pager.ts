import { type Statement, statements } from '../../procedure/index.ts';
import type { ScriptRule } from '../types.ts';
import { commandOf } from './command.ts';

const PAGERS = new Set(['less', 'more', 'most', 'lv', 'pg', 'man', 'info']);
const PAGING_GIT = new Set(['log', 'diff', 'show', 'blame', 'reflog']);
const SETS_PAGER = /^(?:AWS_PAGER|PAGER|GIT_PAGER)=(?!["']?(?:cat)?["']?$)/;

/** A pager waits for a key: whoever follows the page is stuck, and a pasted rest of it becomes its input. */
export const pager: ScriptRule = {
  name: 'pager',
  reads: 'script',
  find(script) {
    const all = statements(script);
    return all.flatMap((statement, place) => {
      const mend = mendOf(statement, all[place + 1]?.piped ?? false);
      if (!mend) return [];
      const text = statement.words.join(' ');
      return [
        { index: statement.start, text, message: `"${text}" opens a pager, which waits for a key.`, mend },
      ];
    });
  },
};

function mendOf({ words, piped: reads }: Statement, piped: boolean): string | undefined {
  const { name, args } = commandOf(words);
  if (PAGERS.has(name)) {
    if (name === 'man' || name === 'info') return 'Link to the documentation instead.';
    return reads ? 'Remove it, or write head -n 20 for it.' : 'Write cat, or head -n 20, for it.';
  }
  if (name === 'aws' && args.at(-1) === 'help') return 'Link to the documentation of the command instead.';
  if (words.some((word) => SETS_PAGER.test(word))) return 'Write AWS_PAGER="", which opens none.';
  if (piped || args.includes('--no-pager')) return undefined;
  if (name === 'git' && PAGING_GIT.has(args.find((word) => !word.startsWith('-')) ?? ''))
    return 'Write git --no-pager for git.';
  if (name === 'journalctl' || (name === 'systemctl' && args.includes('status'))) return 'Add --no-pager.';
  return undefined;
}
