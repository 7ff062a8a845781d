/** Settings of a project, from `tejun.config.json` or `tejun.config.ts`. Paths are relative to the project. */
export interface Config {
  /** Folders and files of the source pages (`.md`, `.mdx`); `docs` by default. */
  readonly pages?: readonly string[];
  /** Languages, the source first: their codes, or their codes with labels. `i18n/locales.json` by default. */
  readonly locales?:
    | readonly string[]
    | Readonly<Record<string, { readonly label: string; readonly htmlLang?: string }>>;
  /** Account file of pages that name none and have none in the folder of their course. */
  readonly account?: string;
  /** Treatment of a shell fence without a role: a problem (the default), a warning, or nothing. */
  readonly onUnmarkedFence?: 'throw' | 'warn' | 'ignore';
}
