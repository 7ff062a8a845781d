import { escapeRegExp } from '../../../procedure/escape-reg-exp.ts';
import { placeholderFor } from './placeholder-for.ts';
import { findSensitive, findSensitiveArguments, type Sensitive, type SensitiveKind } from './sensitive.ts';

export interface ScrubOptions {
  /** The account's own id, and what is published for it: the id in the account file. */
  readonly account?: { readonly id: string; readonly published: string };
  /** Values known before the first call: the keys in the home. Their placeholders are the first of their kind. */
  readonly known?: readonly Sensitive[];
  /** Strings that are published anyway: those of the account file. */
  readonly published?: ReadonlySet<string>;
}

/** Replaces what must not be published, each value by one placeholder wherever it stands. */
export class Scrubber {
  readonly #replacements = new Map<string, string>();
  readonly #counts = new Map<SensitiveKind, number>();
  readonly #published: ReadonlySet<string>;
  #pattern: RegExp | undefined;

  constructor({ account, known = [], published = new Set() }: ScrubOptions) {
    this.#published = published;
    if (account) this.#replace(account.id, account.published);
    for (const sensitive of known) this.#add(sensitive);
  }

  /** Remembers what a text holds. `written`: texts of the page, which are published as they stand. */
  learn(text: string, written = ''): void {
    for (const found of findSensitive(text)) this.#consider(found, written);
  }

  learnArguments(args: readonly string[], written = ''): void {
    for (const found of findSensitiveArguments(args)) this.#consider(found, written);
  }

  /** The text with every value replaced that is known so far. */
  scrub(text: string): string {
    if (this.#replacements.size === 0) return text;
    this.#pattern ??= new RegExp(
      [...this.#replacements.keys()]
        .sort((a, b) => b.length - a.length)
        .map(escapeRegExp)
        .join('|'),
      'g',
    );
    return text.replace(this.#pattern, (value) => this.#replacements.get(value) ?? value);
  }

  /** Every value that is replaced: what must stand in no recording. */
  get values(): string[] {
    return [...this.#replacements].filter(([value, other]) => value !== other).map(([value]) => value);
  }

  #consider(sensitive: Sensitive, written: string): void {
    const { value } = sensitive;
    if (value === '' || this.#replacements.has(value)) return;
    // A short word would be found within others everywhere.
    if (value.length < 8 || this.#published.has(value) || written.includes(value)) return;
    this.#add(sensitive);
  }

  #add(sensitive: Sensitive): void {
    const count = (this.#counts.get(sensitive.kind) ?? 0) + 1;
    this.#counts.set(sensitive.kind, count);
    this.#replace(sensitive.value, placeholderFor(sensitive, count));
  }

  /** In URLs and within JSON strings a value looks otherwise. */
  #replace(value: string, by: string): void {
    this.#pattern = undefined;
    this.#replacements.set(value, by);
    const forms = [encodeURIComponent, (text: string) => text.replaceAll('/', '\\/')];
    for (const form of forms) {
      if (form(value) !== value) this.#replacements.set(form(value), form(by));
    }
  }
}
