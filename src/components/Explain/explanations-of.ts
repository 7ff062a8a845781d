import type { Explanation } from '../../aws/manual/index.ts';
import { ownWords, policyWords } from './own-words.ts';

/** An explanation as it is shown. */
export interface Shown extends Explanation {
  /** Its language, where that is not the page's. */
  readonly lang?: 'en';
}

const COMMAND = 'figure[data-step]:not([data-role=result])';

/** Finds the block of a step's command, and that of its result example. */
const blockOf = (step: string) =>
  codeIn(document.querySelector(`${COMMAND}[data-step="${CSS.escape(step)}"]`));
export const resultOf = (step: string) =>
  codeIn(document.querySelector(`figure[data-role=result][data-step="${CSS.escape(step)}"]`));

const codeIn = (figure: Element | null) =>
  figure?.querySelector<HTMLElement>(':scope > :not([data-step-run]) pre');

/** Explains a block of a page: a command, a policy, an example of a result, or what the reader got. */
export async function explanationsOf(block: HTMLElement, locale: string): Promise<readonly Shown[]> {
  const step = block.closest<HTMLElement>('figure[data-step]')?.dataset.step;
  if (step === undefined) return [];
  const { explainResult, explainScript } = await import(
    /* webpackChunkName: "explain" */ '../../aws/manual/index.ts'
  );
  const command = blockOf(step);
  const text = block.textContent ?? '';
  const isScript = block === command && !text.trimStart().startsWith('{');
  const told = isScript ? await explainScript(text) : await explainResult(command?.textContent ?? '', text);
  const explained = told.map((one) => inLanguage(one, locale));
  return [...explained, ...explainPolicy(text, locale)];
}

function inLanguage(one: Explanation, locale: string): Shown {
  const own = ownWords(locale, one.word);
  if (own !== undefined) return { ...one, text: own };
  return locale === 'en' ? one : { ...one, lang: 'en' };
}

function explainPolicy(text: string, locale: string): Shown[] {
  if (!/"Statement"\s*:/.test(text)) return [];
  const words = policyWords(locale);
  return [...text.matchAll(/"(\w+)"(?=\s*:)/g)].flatMap(({ 1: word = '', index }) => {
    const own = Object.hasOwn(words, word) ? words[word] : undefined;
    return own ? [{ word, start: index + 1, end: index + 1 + word.length, text: own }] : [];
  });
}
