import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

const HANDLER =
  'export const handler = async (event) => {\n  console.log(event);\n  return { ok: true };\n};\n';
const folder = () =>
  openShell({
    files: { '/home/ec2-user/environment/index.mjs': HANDLER, '/home/ec2-user/environment/d/one': '1\n' },
  });

describe('zip', () => {
  // As Info-ZIP 3.0 prints it.
  test('makes an archive, adds to it and replaces what it has', async () => {
    const shell = folder();
    expect(await shell.run('zip f.zip index.mjs')).toMatchObject({
      stdout: '  adding: index.mjs (deflated 11%)\n',
      exitCode: 0,
    });
    expect(await shell.run('zip -r f ./index.mjs d')).toMatchObject({
      stdout: 'updating: index.mjs (deflated 11%)\n  adding: d/ (stored 0%)\n  adding: d/one (stored 0%)\n',
    });
    expect((await shell.run('zip -jq f.zip d/one && unzip -p f.zip one d/one index.mjs')).stdout).toBe(
      `${HANDLER}1\n1\n`,
    );
  });

  test('is an archive that other programs read', async () => {
    const shell = folder();
    const { stdout } = await shell.run('zip -q f.zip index.mjs && base64 -w0 f.zip');
    const files = unzipSync(Uint8Array.from(Buffer.from(stdout, 'base64')));
    expect(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['index.mjs', HANDLER],
    ]);
  });

  test('warns of a name that is not there, and fails where nothing is left', async () => {
    const shell = folder();
    expect(await shell.run('zip q.zip nope')).toMatchObject({
      stdout: '\tzip warning: name not matched: nope\n\nzip error: Nothing to do! (q.zip)\n',
      exitCode: 12,
    });
    expect((await shell.run('ls')).stdout).not.toContain('q.zip');
    expect(await shell.run('zip q.zip nope index.mjs')).toMatchObject({
      stdout: '\tzip warning: name not matched: nope\n  adding: index.mjs (deflated 11%)\n',
      exitCode: 0,
    });
  });

  test.each(['zip', 'zip -e f.zip index.mjs'])('%s is refused with a reason', async (script) => {
    const { stderr, exitCode } = await folder().run(script);
    expect({ stderr: stderr.slice(0, 22), exitCode }).toEqual({
      stderr: 'zip: this shell knows ',
      exitCode: 16,
    });
  });
});

describe('unzip', () => {
  test('unpacks files and folders', async () => {
    const shell = folder();
    await shell.run('zip -qr f.zip index.mjs d');
    expect(await shell.run('unzip -d out f && cat out/index.mjs out/d/one')).toMatchObject({
      stdout: `Archive:  f\n  inflating: out/index.mjs\n   creating: out/d/\n  inflating: out/d/one\n${HANDLER}1\n`,
      exitCode: 0,
    });
  });

  test('asks for -o or -n where a file is there already', async () => {
    const shell = folder();
    await shell.run('zip -q f.zip index.mjs && echo new > index.mjs');
    expect((await shell.run('unzip f.zip')).stderr).toContain('give -o to replace it');
    expect((await shell.run('unzip -qn f.zip && cat index.mjs')).stdout).toBe('new\n');
    expect((await shell.run('unzip -qo f.zip && cat index.mjs')).stdout).toBe(HANDLER);
  });

  test.each([
    ['unzip nope', 9, 'unzip:  cannot find or open nope, nope.zip or nope.ZIP.\n'],
    ['unzip index.mjs', 9, 'unzip:  cannot find zipfile directory in index.mjs.\n'],
    ['zip -q f.zip index.mjs; unzip f.zip bogus', 11, 'caution: filename not matched:  bogus\n'],
  ])('%s ends with %d', async (script, status, message) => {
    const { stderr, exitCode } = await folder().run(script);
    expect({ stderr, exitCode }).toEqual({ stderr: message, exitCode: status });
  });

  test('writes nothing outside of its folder', async () => {
    const evil = Buffer.from(zipSync({ '../../evil': Buffer.from('x') })).toString('base64');
    const { stderr, exitCode } = await folder().run(`echo ${evil} | base64 -d > e.zip; unzip e.zip`);
    expect({ stderr, exitCode }).toEqual({
      stderr: 'unzip: ../../evil would be written outside of the folder\n',
      exitCode: 10,
    });
  });
});
