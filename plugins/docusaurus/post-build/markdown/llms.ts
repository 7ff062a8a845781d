import type { CodeTranslations } from '@docusaurus/types';

/** The site's own words that a page has as text. */
export type Words = Readonly<Record<keyof typeof WORDS, string>> & {
  /** Returns the title of a `note`, a `warning` and so on. */
  admonition(name: string): string;
};

/** Ids of theme strings, and what they are in the language that the theme is written in. */
const WORDS = {
  env: ['tejun.caption.env', '環境変数の設定:'],
  check: ['tejun.caption.check', '変数の確認:'],
  command: ['tejun.caption.command', 'コマンド:'],
  file: ['tejun.caption.file', 'ファイル {name}:'],
  result: ['tejun.caption.result', '結果(例):'],
  elapse: ['tejun.elapse', '{time}待ちます'],
  courses: ['tejun.home.courses', 'ハンズオン'],
  description: [
    'tejun.home.description',
    'ブラウザでコマンドを実行しながら学ぶ、AWS CLIのハンズオン。すべてのコマンドを自動で実行し、結果を照合しています。',
  ],
} as const satisfies Record<string, readonly [id: string, source: string]>;

export function markdownWords(translations: CodeTranslations): Words {
  const entries = Object.entries(WORDS).map(([name, [id, source]]) => [name, translations[id] ?? source]);
  return {
    ...(Object.fromEntries(entries) as Record<keyof typeof WORDS, string>),
    admonition: (name) => translations[`theme.admonition.${name}`] ?? name,
  };
}

interface ListedPage {
  readonly title: string;
  readonly description: string;
  readonly address: string;
}

/** The list of pages as https://llmstxt.org describes it. */
export function llmsText(
  pages: readonly ListedPage[],
  {
    site,
    description,
    courses,
  }: { readonly site: string; readonly description: string; readonly courses: string },
): string {
  const lines = pages.map((page) => `- [${page.title}](${page.address}): ${page.description}`);
  return `# ${site}\n\n> ${description}\n\n## ${courses}\n\n${lines.join('\n')}\n`;
}
