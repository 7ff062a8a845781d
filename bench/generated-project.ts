import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STEPS = 10;

/** A project of pages that do what pages do: set variables, check them, run commands, compare results. */
export function generateProject(pages: number): string {
  const root = mkdtempSync(join(tmpdir(), 'tejun-bench-'));
  const course = join(root, 'docs/generated');
  mkdirSync(course, { recursive: true });
  writeFileSync(join(course, '_account.yaml'), ACCOUNT);
  for (let page = 0; page < pages; page += 1) writeFileSync(join(course, `page-${page}.mdx`), pageText(page));
  return root;
}

const ACCOUNT = `id: '123456789012'
users:
  - name: handson-user
    accessKeys: 1
`;

function pageText(page: number): string {
  const steps = Array.from({ length: STEPS / 2 }, (_, step) => twoSteps(page, step));
  return ['---', `title: Page ${page}`, '---', '', 'What this page is for, in a sentence.', ...steps].join(
    '\n',
  );
}

const twoSteps = (page: number, step: number): string => `
## Part ${step}

The value is put into a variable. It is \`value-${page}-${step}\`.

\`\`\`bash env
export NAME_${step}='value-${page}-${step}'
\`\`\`

Then it is shown, *with its line*.

\`\`\`bash command
echo "NAME_${step}=\${NAME_${step}}"
echo second line
\`\`\`

\`\`\`text result
NAME_${step}=value-${page}-${step}
second line
\`\`\`
`;
