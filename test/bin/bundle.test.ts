import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../cli/tejun.ts';

/** A checkout whose command line prints `says` and the arguments, with the bundler and packages of this project. */
function checkout(says: string) {
  const root = mkdtempSync(join(tmpdir(), 'tejun-bundle-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(projectRoot, 'bin'), join(root, 'bin'), { recursive: true });
  cpSync(join(projectRoot, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  for (const name of ['docusaurus/with-tejun', 'remark/index', 'vitest/index', 'vitest/page']) {
    mkdirSync(join(root, 'plugins', name, '..'), { recursive: true });
    writeFileSync(join(root, `plugins/${name}.ts`), 'export default undefined;');
  }
  mkdirSync(join(root, 'src/doctest/engine'), { recursive: true });
  writeFileSync(join(root, 'src/doctest/engine/worker.ts'), 'export {};');
  const write = (file: string, text: string) => writeFileSync(join(root, 'src/cli', file), text);
  write('says.ts', `export const says: string = '${says}';`);
  write('file.txt', 'beside');
  write(
    'index.ts',
    `import { readFileSync } from 'node:fs';
     export async function main(args: readonly string[]): Promise<number> {
       const { says } = await import('./says.ts');
       console.log(says, readFileSync(new URL('./file.txt', import.meta.url), 'utf8'), ...args);
       return 7;
     }`,
  );
  const run = (...args: string[]) => execaNode(join(root, 'bin/tejun.js'), args, { reject: false });
  return { root, write, run };
}

test('the bundle is built by the first run, and built again after a change to a source', async () => {
  const { write, run } = checkout('first');
  expect(await run('a', 'b')).toMatchObject({ stdout: 'first beside a b', exitCode: 7, stderr: '' });
  write('says.ts', "export const says = 'second';");
  expect((await run()).stdout).toBe('second beside');
});

test('a command loads what it uses of a folder, not what another command uses of it', async () => {
  const { root, write, run } = checkout('unused');
  mkdirSync(join(root, 'src/door'));
  const beside = (file: string, text: string) => writeFileSync(join(root, 'src/door', file), text);
  beside('b.ts', "console.log('loads b'); export const b = 'b';");
  beside('index.ts', "export { a, type A } from './a.ts';\nexport { b as second } from './b.ts';\n");
  write('one.ts', "import { a, type A } from '../door/index.ts';\nconsole.log(a satisfies A);");
  write('two.ts', "import {\n  second as b,\n} from '../door/index.ts';\nconsole.log(b);");
  beside('a.ts', "export type A = string; export const a = 'a';");
  write(
    'index.ts',
    "export const main = async ([name]: string[]) => void (name === '1' ? await import('./one.ts') : await import('./two.ts'));",
  );
  expect((await run('1')).stdout).toBe('a');
  expect((await run('2')).stdout).toBe('loads b\nb');
});

test('runs that start at once without a bundle all work', async () => {
  const { run } = checkout('same');
  const runs = await Promise.all(Array.from({ length: 4 }, () => run()));
  expect(runs.map(({ stdout }) => stdout)).toEqual(Array.from({ length: 4 }, () => 'same beside'));
});

test('a source that cannot be compiled is named, and nothing older runs in its place', async () => {
  const { write, run } = checkout('good');
  await run();
  write('says.ts', 'export const says = ;');
  const broken = await run();
  expect(broken.exitCode).not.toBe(0);
  expect(broken).toMatchObject({ stdout: '' });
  expect(broken.stderr).toContain('src/cli/says.ts:1:20');
});

test('without sources, as in an installed package, the bundle that is there runs', async () => {
  const { root, run } = checkout('packed');
  await run();
  rmSync(join(root, 'src/cli/index.ts'));
  rmSync(join(root, 'src/cli/says.ts'));
  expect((await run()).stdout).toBe('packed beside');
});

test('without the packages the first line says what to run', async () => {
  const { root, run } = checkout('bare');
  rmSync(join(root, 'node_modules'));
  const { stderr, exitCode } = await run();
  expect(exitCode).toBe(2);
  expect(stderr).toBe('The dependencies of Tejun are not installed: run `npm ci` in its folder.');
});
