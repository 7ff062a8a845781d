import { readLabel } from '../labels.ts';
import { isPlain, isShell } from '../languages.ts';
import { roleOfScript } from './script-rule.ts';
import type { ImportRule } from './types.ts';

/** A title that is a label: ```` ```text title="結果(例)" ````, ```` ```bash:コマンド ````. */
export const titleRule: ImportRule = ({ body, line, title: written, lang }) => {
  const role =
    readLabel(`${written ?? ''}:`)?.role ?? (lang && /^(?:output|result)$/.test(lang) ? 'result' : undefined);
  if (role === undefined) return undefined;
  if (role !== 'result' && !isPlain(lang) && !isShell(lang ?? '')) return undefined;
  return role === 'result'
    ? [{ kind: 'result', body, line }]
    : [{ kind: 'step', role: roleOfScript(body), body, line }];
};
