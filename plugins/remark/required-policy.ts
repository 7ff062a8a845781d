import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { identifyPage } from '../../src/project/index.ts';

const TEXTS: Readonly<Record<string, { readonly summary: string; readonly text: string }>> = {
  ja: {
    summary: 'このハンズオンに必要な権限 (IAMポリシー)',
    text: '模擬アカウントですべての手順を実行したときに使われた権限です。123456789012は、自分のアカウントIDに置き換えてください。',
  },
  en: {
    summary: 'Permissions that this course needs (IAM policy)',
    text: 'The pages used these permissions when they ran in the practice account. Replace 123456789012 with your account ID.',
  },
};

/** Shows the policy that a course needs below the requirements of its overview: its heading has the anchor `requirements`. */
export default function requiredPolicy() {
  return (tree: Root, file: VFile): void => {
    const { id = '', locale = '' } =
      identifyPage(relative(file.cwd, file.path).replaceAll('\\', '/'), 'ja') ?? {};
    const policy = id.endsWith('/index') ? policyOf(file.cwd, id.slice(0, -'/index'.length)) : undefined;
    const start = tree.children.findIndex(isRequirements);
    if (policy === undefined || start < 0) return;
    const rest = tree.children.slice(start + 1);
    const length = rest.findIndex(({ type }) => type === 'heading');
    tree.children.splice(length < 0 ? tree.children.length : start + 1 + length, 0, details(policy, locale));
  };
}

/** The least policy of a course, as `npm run policies` writes it. */
function policyOf(siteDir: string, course: string): string | undefined {
  const file = join(siteDir, 'docs', course, '_policy.json');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : undefined;
}

const isRequirements = (node: RootContent): boolean =>
  node.type === 'heading' &&
  node.children.some((child) => 'value' in child && /^\/\* #requirements \*\/$/.test(child.value));

function details(policy: string, locale: string): RootContent {
  const { summary, text } = TEXTS[locale] ?? TEXTS.en ?? { summary: '', text: '' };
  const code = { type: 'code', lang: 'json', value: policy } as const;
  const paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] } as const;
  return element('details', [element('summary', [{ type: 'text', value: summary }]), paragraph, code]);
}

const element = (name: string, children: readonly object[]): RootContent =>
  ({ type: 'mdxJsxFlowElement', name, attributes: [], children }) as unknown as RootContent;
