import { ownCommand } from '../../project/index.ts';
import type { Freshness, PageStatus } from '../../translation/index.ts';

/** Suggests the next steps for one language, one example for each kind of work. */
export function nextSteps(locale: string, statuses: readonly PageStatus[]): string[] {
  const first = (state: Freshness): string | undefined => statuses.find((one) => one.state === state)?.page;
  const accept = (page: string): string => ownCommand(`i18n accept ${page} --locale ${locale}`);
  const [stale, untracked, missing] = [first('stale'), first('untracked'), first('missing')];
  const differs = statuses.some(({ problems, state }) => problems.length > 0 && state !== 'orphan');
  const steps = [
    ...(differs ? [ownCommand('i18n sync'), '  takes the commands from the source'] : []),
    ...(stale ? [accept(stale), '  once the translation says what the source says now'] : []),
    ...(untracked ? [accept(untracked), '  once the translation has been read against the source'] : []),
    ...(missing
      ? [ownCommand(`i18n new ${locale} ${missing}`), '  copies the page, to be translated in place']
      : []),
    ...(first('orphan') ? ['Move each orphan to where its source has gone, or remove it.'] : []),
  ];
  return steps.length > 0 ? ['', 'Next:', ...steps.map((step) => `  ${step}`)] : [];
}
