/** Parts of textlint that bring no types, or not those that Node.js gives: CommonJS with a `default` of its own. */
declare module 'textlint-rule-preset-ja-technical-writing' {
  import type { TextlintRuleModule } from '@textlint/kernel';

  const preset: {
    readonly rules: Readonly<Record<string, TextlintRuleModule>>;
    readonly rulesConfig: Readonly<Record<string, boolean | Record<string, unknown>>>;
  };
  export default preset;
}

declare module 'textlint-rule-prh' {
  import type { TextlintRuleModule } from '@textlint/kernel';

  const exported: TextlintRuleModule | { readonly default: TextlintRuleModule };
  export default exported;
}
