import { say } from '../../language/index.ts';
import { changeFiles, type FileChange, ownCommand, readLocales, UsageError } from '../../project/index.ts';
import { startLocale, startPages, withMemory } from '../../translation/index.ts';
import { PASSED } from '../exit-codes.ts';
import { finishInterrupted } from '../interrupted.ts';
import { memoryOf } from './remembered.ts';
import { selectTranslations } from './select-translations.ts';

interface NewOptions {
  readonly root: string;
  readonly label?: string;
}

/** `tejun i18n new`: sets up a language unless it exists, then copies the pages to translate. */
export async function addLanguage(
  name: string,
  names: readonly string[],
  options: NewOptions,
): Promise<number> {
  const locale = canonical(name);
  const { root, label } = options;
  finishInterrupted(root);
  const { source, translations } = readLocales(root);
  if (locale === source)
    throw new UsageError(say`${locale} is the language that pages are written in first.`);
  const isKnown = translations.includes(locale);
  if (isKnown && names.length === 0)
    throw new UsageError(
      say`${locale} is there already. Name pages to begin with: ${ownCommand(`i18n new ${locale} <page>`)}.`,
    );
  if (!isKnown) save(root, await startLocale(root, locale, label), '');
  if (names.length === 0) console.log(next(locale));
  else copyPages(names, root, locale);
  return PASSED;
}

function copyPages(names: readonly string[], root: string, locale: string): void {
  const { site, pairs } = selectTranslations(names, { root, locale }, { whole: true });
  const memory = memoryOf(site, locale);
  // A page that was split, a paragraph that has moved: it is translated already.
  const changes = startPages(root, pairs).map((change): FileChange => {
    const pair = pairs.find(({ file }) => file === change.file);
    return pair ? { ...change, after: withMemory(pair, memory, site.locales.source) } : change;
  });
  if (changes.length === 0)
    throw new UsageError(say`These pages have a translation already: ${names.join(', ')}.`);
  save(root, changes, say`  to be translated in place`);
}

function save(root: string, changes: readonly FileChange[], remark: string): void {
  changeFiles(root, changes);
  for (const { file } of changes) console.log(file + remark);
}

const next = (locale: string): string => say`
Next:
  translate the messages in i18n/${locale}/; what is not translated yet is shown in the source language
  ${ownCommand(`i18n new ${locale} <page>`)}    copies a page, to be translated in place
  npm start -- --locale ${locale}         shows it`;

/** Spells a language tag as it is usual: zh-hans -> zh-Hans. @throws UsageError */
function canonical(name: string): string {
  try {
    return Intl.getCanonicalLocales(name)[0] ?? name;
  } catch {
    throw new UsageError(say`"${name}" is no language tag. Write, for example, ko, zh-Hans or pt-BR.`);
  }
}
