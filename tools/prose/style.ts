/** Exceptions of the project's Japanese from the preset for technical writing, with reasons. `false` switches a rule off. */
export const japaneseOptions: Readonly<Record<string, boolean | Readonly<Record<string, unknown>>>> = {
  // Steps are told in lists, in the same words as around them.
  'no-mix-dearu-desumasu': {
    preferInHeader: '',
    preferInBody: 'ですます',
    preferInList: 'ですます',
    strict: false,
  },
  // A heading of the published procedures.
  'max-kanji-continuous-len': { max: 6, allow: ['有効期限終了後'] },
  // Sentences that name services and what they are called in brackets are long, and clear.
  'sentence-length': { max: 160 },
};
