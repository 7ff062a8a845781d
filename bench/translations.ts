import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acceptPage } from '../src/translation/index.ts';
import { median } from './median.ts';
import { measureCommand } from './process-tree.ts';

export interface TranslationMeasures {
  readonly statusSeconds: number;
  /** Time that asking git for the last commit of every page and every translation would take. */
  readonly gitLogSeconds: number;
}

const TRANSLATIONS = 'i18n/en/docusaurus-plugin-content-docs/current';
const COMMITS = 20;
/** One page in twenty has changed since it was translated. */
const STALE_EVERY = 20;
/** Git is asked for some pages only; each costs the same. */
const ASKED = 60;

/** `tejun i18n status`, start to end, beside what tools do that go by dates: `git log` for each page. */
export async function measureTranslations(pages: number, repeats: number): Promise<TranslationMeasures> {
  const root = generateSite(pages);
  try {
    const cli = fileURLToPath(new URL('../bin/tejun.js', import.meta.url));
    const status: number[] = [];
    const log: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      status.push((await measureCommand([cli, 'i18n', 'status', '--root', root])).seconds);
      log.push(gitLogSeconds(root, pages));
    }
    return { statusSeconds: median(status), gitLogSeconds: median(log) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function gitLogSeconds(root: string, pages: number): number {
  const files = Array.from({ length: ASKED }, (_, index) => Math.floor((index * pages) / ASKED)).flatMap(
    (page) => ['docs', TRANSLATIONS].map((folder) => `${folder}/course/page-${page}.mdx`),
  );
  const start = performance.now();
  for (const file of files) execFileSync('git', ['log', '-1', '--format=%H %cI', '--', file], { cwd: root });
  return ((performance.now() - start) / 1000 / files.length) * pages * 2;
}

/** A repository in which pages were written and translated bit by bit, and some changed since. */
function generateSite(pages: number): string {
  const root = mkdtempSync(join(tmpdir(), 'tejun-bench-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], {
      cwd: root,
    });
  git('init', '-q');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (let page = 0; page < pages; page += 1) {
    const source = pageText(page, 'このページの目的です。');
    const [sourceFile, file] = [`docs/course/page-${page}.mdx`, `${TRANSLATIONS}/course/page-${page}.mdx`];
    const translation = pageText(page, 'What this page is for.');
    const accepted = acceptPage({ id: '', locale: 'en', source, translation, sourceFile, file }, 'ja');
    if (!('change' in accepted)) throw new Error('The generated page is wrong.');
    write(sourceFile, source);
    write(file, accepted.change.after);
    if ((page + 1) % Math.ceil(pages / COMMITS) === 0) commit(git);
  }
  for (let page = 0; page < pages; page += STALE_EVERY)
    write(`docs/course/page-${page}.mdx`, pageText(page, 'このページの新しい目的です。'));
  commit(git);
  return root;
}

function commit(git: (...args: string[]) => unknown): void {
  git('add', '-A');
  git('commit', '-qm', 'Write pages');
}

function pageText(page: number, sentence: string): string {
  const parts = Array.from(
    { length: 10 },
    (_, step) => `## Part ${step} {/* #part-${step} */}

${sentence} \`value-${page}-${step}\`

\`\`\`bash command
echo value-${page}-${step}
\`\`\`

\`\`\`text result
value-${page}-${step}
\`\`\`
`,
  );
  return `---\ntitle: Page ${page}\n---\n\n${sentence}\n\n${parts.join('\n')}`;
}
