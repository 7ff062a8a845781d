import { say } from '../../language/index.ts';
import { selectLocales, UsageError } from '../../project/index.ts';
import type { Site } from '../../translation/index.ts';

/** The language that is meant: that of `--locale`, or the only one. @throws UsageError */
export function oneLocale({ locales: { translations } }: Site, asked: string | undefined): string {
  const [locale, ...others] = asked === undefined ? translations : selectLocales(translations, [asked]);
  if (locale === undefined)
    throw new UsageError(say`There is no language to translate into: \`tejun i18n new ko\` sets one up.`);
  if (others.length > 0)
    throw new UsageError(
      say`More than one language is meant (${translations.join(', ')}): add --locale ${locale}.`,
    );
  return locale;
}
