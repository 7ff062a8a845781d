/** Names of admonitions in the imported text, by Docusaurus' names. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  note: [
    'note',
    '注釈',
    '注記',
    '備考',
    'メモ',
    '補足',
    'ノート',
    '補足説明',
    'message',
    'seealso',
    '参考',
    'versionadded',
    'versionchanged',
    'todo',
  ],
  tip: ['tip', 'hint', 'ヒント', 'コツ', 'ポイント'],
  info: ['info', 'important', 'admonition', '情報', '重要', 'details'],
  warning: ['warning', 'warn', 'caution', 'attention', '警告', '注意', '注意事項', 'deprecated'],
  danger: ['danger', 'error', 'alert', '危険'],
};
const BY_NAME = new Map(
  Object.entries(TYPES).flatMap(([type, names]) => names.map((name) => [name, type] as const)),
);

/** Docusaurus's type of an admonition; undefined when the name means none. */
export function admonitionType(name: string): string | undefined {
  return BY_NAME.get(name.normalize('NFKC').trim().replace(/:$/, '').toLowerCase());
}
