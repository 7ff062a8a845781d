import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOPICS } from '../src/site/courses.ts';
import { acceptPage } from '../src/translation/index.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
/** Everything that a build of the site reads, but for the courses. The footer links to `writing`. */
const PARTS = [
  ...['.browserslistrc', 'docusaurus.config.ts', 'sidebars.ts', 'package.json', 'tsconfig.json', 'LICENSE'],
  ...['src', 'plugins', 'static', 'types', 'docs/writing', 'i18n/locales.json', 'i18n/ja'],
  ...['code.json', 'docusaurus-plugin-content-pages', 'docusaurus-theme-classic'].map(
    (name) => `i18n/en/${name}`,
  ),
  ...['current/writing', 'current.json'].map((name) => `i18n/en/docusaurus-plugin-content-docs/${name}`),
];
const TRANSLATIONS = 'i18n/en/docusaurus-plugin-content-docs/current';
const PAGES = 3;
const PARTS_OF_A_PAGE = 5;

/** A site of this project's code with so many courses, in two languages, no two of which have the same text. */
export function generateSite(courses: number): string {
  const root = mkdtempSync(join(tmpdir(), 'tejun-scale-'));
  for (const part of PARTS) {
    if (!existsSync(join(PROJECT, part))) continue;
    mkdirSync(dirname(join(root, part)), { recursive: true });
    cpSync(join(PROJECT, part), join(root, part), { recursive: true });
  }
  linkPackages(root);
  for (let course = 1; course <= courses; course += 1) writeCourse(root, course);
  return root;
}

export const courseName = (course: number): string => `course-${String(course).padStart(4, '0')}`;

/** A folder of its own, so that caches below it are those of the site. */
function linkPackages(root: string): void {
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(PROJECT, 'node_modules')))
    if (!name.startsWith('.') || name === '.bin')
      symlinkSync(join(PROJECT, 'node_modules', name), join(root, 'node_modules', name));
}

function writeCourse(root: string, course: number): void {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const folder = courseName(course);
  write(`docs/${folder}/_account.yaml`, ACCOUNT);
  for (let page = 0; page <= PAGES; page += 1) {
    const name = page === 0 ? 'index' : `page-${page}`;
    const source = pageText(course, page, 'ja');
    const [sourceFile, file] = [`docs/${folder}/${name}.mdx`, `${TRANSLATIONS}/${folder}/${name}.mdx`];
    const translation = pageText(course, page, 'en');
    const pair = { id: name, locale: 'en', source, translation, sourceFile, file };
    const accepted = acceptPage(pair, 'ja');
    if (!('change' in accepted)) throw new Error('The generated page is wrong.');
    write(sourceFile, source);
    write(file, accepted.change.after);
  }
}

const ACCOUNT = `id: '123456789012'
users:
  - name: handson-user
    accessKeys: 1
`;

type Locale = 'ja' | 'en';

function pageText(course: number, page: number, locale: Locale): string {
  const prose = sentences(locale, course * 100 + page);
  const required = page === 1 ? '' : `${courseName(course)}/page-${page - 1}`;
  const front = [
    `title: ${locale === 'ja' ? 'コース' : 'Course'} ${course}.${page}`,
    `sidebar_position: ${page + 1}`,
    `description: ${prose()}`,
    'tejun:',
    page === 0
      ? `  level: beginner\n  topic: ${TOPICS[course % TOPICS.length]}`
      : `  requires: [${required}]`,
    '',
  ].join('\n');
  const parts = Array.from({ length: PARTS_OF_A_PAGE }, (_, part) => {
    const paragraph = Array.from({ length: 6 }, prose).join(locale === 'ja' ? '' : ' ');
    return `## ${prose().slice(0, 40)} {/* #part-${part} */}\n\n${paragraph}\n${page === 0 ? '' : steps(course, page, part)}`;
  });
  return `---\n${front}---\n\n${prose()}\n\n${parts.join('\n')}`;
}

const steps = (course: number, page: number, part: number): string => `
\`\`\`bash command
echo "line ${course}-${page}-${part}"
\`\`\`

\`\`\`text result
line ${course}-${page}-${part}
\`\`\`

\`\`\`bash env
NAME_${part}='value-${course}-${page}-${part}'
\`\`\`
`;

const WORDS = {
  ja: '認証情報 権限 バケット 変数 結果 手順 確認 期限 設定 削除 作成 取得 利用者 役割 方針 通信 暗号 鍵 記録 監視 配列 出力 入力 条件 経路 接続 容量 障害 復旧 費用'.split(
    ' ',
  ),
  en: 'credential permission bucket variable result procedure check expiry setting removal creation user role policy network cipher key record monitor array output input condition route connection capacity failure recovery cost session'.split(
    ' ',
  ),
};
const JOINTS = ['を', 'に', 'が', 'の', 'と', 'は'];

/** Sentences of words by a generator with a seed: one word in four is of this page alone, as names are. */
function sentences(locale: Locale, seed: number): () => string {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = (): string => {
    const known = WORDS[locale][next(WORDS[locale].length)] ?? '';
    return next(4) === 0 ? `${known}${next(1_000_000).toString(36)}` : known;
  };
  return () => {
    const words = Array.from({ length: 8 }, word);
    return locale === 'en'
      ? `The ${words.join(' ')}.`
      : `${words.map((one) => one + JOINTS[next(JOINTS.length)]).join('')}する。`;
  };
}
