import { replaceFiles } from '../../files/index.ts';
import { readSite, startLocale, startPages } from '../../translation/index.ts';
import { PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { orRefuse, Refusal, select } from './read.ts';

interface NewOptions {
  readonly root: string;
  readonly label?: string;
}

/** Sets up a language where it is new, then copies the pages that are to be translated. */
export async function addLanguage(
  name: string,
  names: readonly string[],
  options: NewOptions,
): Promise<number> {
  return orRefuse(async () => {
    const locale = canonical(name);
    const { root, label } = options;
    const { sourceLocale, locales } = readSite(root);
    if (locale === sourceLocale)
      throw new Refusal(`${locale} is the language that pages are written in first.`);
    const isKnown = locales.includes(locale);
    if (isKnown && names.length === 0)
      throw new Refusal(
        `${locale} is there already. Name pages to begin with: npm run i18n -- new ${locale} <page>.`,
      );
    if (!isKnown) save(root, await startLocale(root, locale, label), '');
    if (names.length === 0) console.log(next(locale));
    else copyPages(names, root, locale);
    return PASSED;
  }, USAGE_ERROR);
}

function copyPages(names: readonly string[], root: string, locale: string): void {
  const files = startPages(select(names, { root, locale }).pairs);
  if (files.size === 0) throw new Refusal(`These pages have a translation already: ${names.join(', ')}.`);
  save(root, files, '  to be translated in place');
}

function save(root: string, files: ReadonlyMap<string, string>, remark: string): void {
  replaceFiles(root, files);
  for (const file of files.keys()) console.log(file + remark);
}

const next = (locale: string): string => `
Next:
  translate the messages in i18n/${locale}/; what is not translated yet is shown in the source language
  npm run i18n -- new ${locale} <page>    copies a page, to be translated in place
  npm start -- --locale ${locale}         shows it`;

/** As language tags are written: zh-hans -> zh-Hans. @throws Refusal */
function canonical(name: string): string {
  try {
    return Intl.getCanonicalLocales(name)[0] ?? name;
  } catch {
    throw new Refusal(`"${name}" is no language tag. Write, for example, ko, zh-Hans or pt-BR.`);
  }
}
