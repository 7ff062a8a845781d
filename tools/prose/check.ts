import {
  TextlintKernel,
  type TextlintKernelRule,
  type TextlintPluginCreator,
  type TextlintRuleModule,
} from '@textlint/kernel';
import * as markdown from '@textlint/textlint-plugin-markdown';
import { spellCheckDocument } from 'cspell-lib';
import technicalWriting from 'textlint-rule-preset-ja-technical-writing';
import prh from 'textlint-rule-prh';
import { type Glossary, type Language, prhRules } from './glossary.ts';
import { proseOf } from './mask.ts';
import { japaneseOptions } from './style.ts';

export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Finds the problems in a document's words, from top to bottom. */
export async function checkProse(source: string, language: Language, glossary: Glossary): Promise<Fault[]> {
  const prose = proseOf(source);
  const faults = await lint(prose.markdown, language, glossary);
  if (language === 'en') faults.push(...(await spell(prose.words, glossary)));
  return faults.sort((a, b) => a.line - b.line || a.column - b.column);
}

const kernel = new TextlintKernel();

/** CommonJS with a `default` of its own: Node.js gives it wrapped, Vitest as it is. */
const unwrap = <Exported extends object>(exported: Exported | { readonly default: Exported }): Exported =>
  'default' in exported ? exported.default : exported;
const markdownPlugin = unwrap(unwrap<TextlintPluginCreator>(markdown as never));

async function lint(text: string, language: Language, glossary: Glossary): Promise<Fault[]> {
  const { messages } = await kernel.lintText(text, {
    ext: '.md',
    filePath: 'page.md',
    plugins: [{ pluginId: 'markdown', plugin: markdownPlugin }],
    rules: [
      ...(language === 'ja' ? japaneseRules() : []),
      {
        ruleId: 'prh',
        rule: unwrap<TextlintRuleModule>(prh),
        options: { ruleContents: [prhRules(glossary, language)] },
      },
    ],
  });
  return messages.map(({ loc: { start }, message, ruleId }) => ({
    ...start,
    message: `${message.split('\n')[0]} (${ruleId})`,
  }));
}

function japaneseRules(): TextlintKernelRule[] {
  return Object.entries(technicalWriting.rules).flatMap(([ruleId, rule]) => {
    const options = japaneseOptions[ruleId] ?? technicalWriting.rulesConfig[ruleId] ?? true;
    return options === false ? [] : [{ ruleId, rule, options }];
  });
}

async function spell(words: string, glossary: Glossary): Promise<Fault[]> {
  const { issues } = await spellCheckDocument(
    { uri: 'file:///page.md', text: words, languageId: 'markdown', locale: 'en,en-GB' },
    { noConfigSearch: true, generateSuggestions: true, numSuggestions: 3 },
    { words: glossary.words, dictionaries: ['en-gb', 'aws', 'softwareTerms', 'bash', 'node', 'typescript'] },
  );
  return issues.map(({ text, offset, suggestions = [] }) => {
    const before = words.slice(0, offset).split('\n');
    const instead = suggestions.length > 0 ? ` Did you mean ${suggestions.join(', ')}?` : '';
    return {
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      message: `"${text}" is in no dictionary.${instead} (spelling)`,
    };
  });
}
