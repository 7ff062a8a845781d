/** Rule of `tejun i18n accept`, which has a source to compare with: pages allow it beside the rules of `tejun lint`. */
export const UNTRANSLATED = 'untranslated';
