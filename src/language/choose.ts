import { speak } from './say.ts';

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

let spoken: Language = 'en';

/** The language that is spoken. */
export const language = (): Language => spoken;

/**
 * Chooses by the locale for messages, as POSIX orders its variables: LC_ALL, LC_MESSAGES, LANG. English where they name
 * no language, or another one.
 */
export function chooseLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const [, tag] = /^([a-z]+)(?:[_.@-]|$)/i.exec(locale) ?? [];
  return LANGUAGES.find((one) => one === tag?.toLowerCase()) ?? 'en';
}

/** Speaks a language from here on. Its texts are loaded only where it is not English. */
export async function setLanguage(chosen: Language): Promise<void> {
  spoken = chosen;
  speak(chosen === 'en' ? undefined : (await import('./ja.json', { with: { type: 'json' } })).default);
}
