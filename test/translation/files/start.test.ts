import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlan } from '../../../src/doctest/index.ts';
import { tejun } from '../../cli/tejun.ts';

const fixture = fileURLToPath(new URL('../../fixtures/translation/ja-and-en/', import.meta.url));
const CODE = `import Translate from '@docusaurus/Translate';
export default () => <Translate id="tejun.start" description="On a button">始める</Translate>;
`;
const PAGE = 'i18n/zh-Hans/docusaurus-plugin-content-docs/current/course/list.mdx';
const CATEGORIES = 'docusaurus-plugin-content-docs/current.json';
const ENGLISH_CATEGORIES = `i18n/en/${CATEGORIES}`;
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tejun-new-locale-'));
  cpSync(fixture, root, { recursive: true });
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src/start.tsx'), CODE);
  writeFileSync(join(root, 'i18n/en/code.json'), '{ "tejun.start": { "message": "Start" } }');
  mkdirSync(join(root, 'i18n/ja'));
  writeFileSync(join(root, 'i18n/ja/navbar.json'), '{ "item.label.a": { "message": "あ" } }');
  writeFileSync(join(root, 'i18n/en/navbar.json'), '{ "item.label.a": { "message": "A" } }');
  mkdirSync(join(root, 'docs/course/part'));
  writeFileSync(join(root, 'docs/course/part/_category_.yml'), 'label: 練習\n');
  writeFileSync(join(root, ENGLISH_CATEGORIES), '{ "sidebar.course.category.練習": { "message": "Drill" } }');
});
afterAll(() => rmSync(root, { recursive: true }));

const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

test('a language is set up, a page is begun, and all of it passes', async () => {
  const { stdout, exitCode } = await tejun(['i18n', 'new', 'zh-hans', 'list'], root);
  expect({ stdout, exitCode }).toEqual({
    stdout: `i18n/locales.json\ni18n/zh-Hans/code.json\ni18n/zh-Hans/navbar.json\ni18n/zh-Hans/${CATEGORIES}\n${PAGE}  to be translated in place`,
    exitCode: 0,
  });
  expect(Object.keys(json('i18n/locales.json'))).toEqual(['ja', 'en', 'zh-Hans']);
  expect(json('i18n/locales.json')['zh-Hans']).toEqual({ label: '简体中文', htmlLang: 'zh-Hans' });
  expect(json('i18n/zh-Hans/code.json')).toEqual({
    'tejun.start': { message: '始める', description: 'On a button' },
  });
  expect(json(`i18n/zh-Hans/${CATEGORIES}`)).toEqual({
    'sidebar.course.category.練習': { message: '練習' },
  });
  expect((await tejun(['i18n', 'check'], root)).exitCode).toBe(0);
  expect((await makePlan({ root })).locales).toEqual(['ja', 'en', 'zh-Hans']);
  expect((await tejun(['i18n', 'status', '--locale', 'zh-Hans'], root)).stdout).toContain(
    'untracked     course/list',
  );
});

test('check names texts that are missing, unused or not to be found by reading the code', async () => {
  writeFileSync(join(root, 'i18n/en/code.json'), '{\n  "tejun.strat": { "message": "Start" }\n}\n');
  writeFileSync(join(root, 'i18n/en/navbar.json'), '{}');
  writeFileSync(join(root, 'docs/course/part/_category_.yml'), 'label: 実習\n');
  writeFileSync(
    join(root, 'src/wrong.tsx'),
    "import { translate } from '@docusaurus/Translate';\nexport default (id: string) => translate({ id });\n",
  );
  const { stderr, exitCode } = await tejun(['i18n', 'check'], root);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('i18n/en/code.json:2:1  Nothing uses the text "tejun.strat".');
  expect(stderr).toContain('The text "tejun.start" is missing; src/start.tsx uses it.');
  expect(stderr).toContain('The text "item.label.a" is missing; i18n/ja/navbar.json uses it.');
  const category = 'sidebar.course.category';
  expect(stderr).toContain(`${ENGLISH_CATEGORIES}:1:1  Nothing uses the text "${category}.練習".`);
  expect(stderr).toContain(
    `The text "${category}.実習" is missing; docs/course/part/_category_.yml uses it.`,
  );
  expect(stderr).toContain('src/wrong.tsx:2:1');
  writeFileSync(join(root, 'i18n/en/code.json'), '{');
  expect((await tejun(['i18n', 'check'], root)).exitCode).toBe(2);
});
