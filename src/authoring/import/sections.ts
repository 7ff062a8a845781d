/** The sections that procedures have, by their titles: their level, and the anchor that they have in every language. */
interface Section {
  readonly title: RegExp;
  readonly depth: number;
  readonly anchor: string;
  /** The anchor of its first part, where that has the same title. */
  readonly part?: string;
}

const SECTIONS: readonly Section[] = [
  { title: /^(?:手順の)?目的$|^purpose$/i, depth: 2, anchor: 'purpose' },
  {
    title:
      /^(?:前提|前提条件|前提情報|事前準備|準備|必要なもの)$|^(?:prerequisites|requirements|before you begin)$/i,
    depth: 2,
    anchor: 'requirements',
  },
  { title: /^設定値の(?:指定|設定)$|^settings$/i, depth: 2, anchor: 'settings', part: 'set-values' },
  { title: /^設定値の確認$|^check the values$/i, depth: 3, anchor: 'check-values' },
  { title: /^(?:処理の実行|手順の実行|主処理|主処理の実行|実行)$|^run$/i, depth: 2, anchor: 'run' },
  { title: /^(?:完了確認|完了の確認|動作確認)$|^completion check$/i, depth: 2, anchor: 'completion' },
  { title: /^完了条件\s*\d+\s*[:：.]?.*$|^condition \d+:.*$/i, depth: 3, anchor: 'completion' },
  { title: /^(?:後片付け|片付け|後始末|クリーンアップ)$|^clean[ -]?up$/i, depth: 2, anchor: 'clean-up' },
  { title: /^手順の完了$|^done$/i, depth: 2, anchor: 'end' },
  {
    title: /^(?:参考|参考資料|参考情報|関連情報)$|^(?:references|see also)$/i,
    depth: 2,
    anchor: 'references',
  },
];

export function sectionOf(title: string): Section | undefined {
  return SECTIONS.find((section) => section.title.test(title.normalize('NFKC').trim()));
}

/** An anchor for a heading: of its section, of its words in ASCII or its number, else of its place on the page. */
export function anchorFor(title: string, place: number): string {
  const text = title.normalize('NFKC').trim();
  const [, number] = /(\d+)/.exec(text) ?? [];
  const section = sectionOf(text);
  if (section) return number === undefined ? section.anchor : `${section.anchor}-${number}`;
  const words = text.match(/[A-Za-z][A-Za-z0-9]+/g) ?? [];
  const isAscii = /^[\x20-\x7e]+$/.test(text);
  if (words.length > 0 && isAscii) return words.slice(0, 6).join('-').toLowerCase();
  return number !== undefined && text.startsWith(number) ? `step-${number}` : `part-${place}`;
}
