import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { confinedOnly, skipsConfined } from '../shell/bubblewrap.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const KIB = 1024;

/** Runs a module in which /mnt is a disk of this size. */
function onDiskOf(size: number, module: string) {
  const { stdout, stderr } = spawnSync(
    'bwrap',
    [
      ...['--dev-bind', '/', '/', '--size', String(size), '--tmpfs', '/mnt', '--chdir', root],
      ...[process.execPath, '--import', 'tsx', '--input-type=module', '--eval', module],
    ],
    { encoding: 'utf8' },
  );
  return stderr || stdout;
}

test.skipIf(skipsConfined)(confinedOnly('a full disk leaves pages as they were'), () => {
  const module = `
    import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
    import { changeFiles } from './src/project/index.ts';
    for (const name of ['a.mdx', 'b.mdx']) writeFileSync('/mnt/' + name, 'old');
    const change = (file, after) => ({ file, before: 'old', after });
    try { changeFiles('/mnt', [change('a.mdx', 'new'), change('b.mdx', 'n'.repeat(${200 * KIB}))]); } catch (error) { console.log(error.name, error.message); }
    console.log(readdirSync('/mnt').map((name) => name + ' ' + readFileSync('/mnt/' + name, 'utf8')).join(', '));`;
  expect(onDiskOf(64 * KIB, module)).toBe(
    'UsageError Nothing was written: ENOSPC: no space left on device, write.\na.mdx old, b.mdx old\n',
  );
});

test.skipIf(skipsConfined)(confinedOnly('a full disk leaves the recording of before'), () => {
  const module = `
    import { readFileSync, readdirSync } from 'node:fs';
    import { saveRecordings } from './src/doctest/recording/save-recordings.ts';
    const provenance = { date: '2026-01-05T00:00:00Z', target: 'sandbox', shell: 'bash', cli: 'x', seed: 'x' };
    const call = (stdout) => ({ arguments: [], stdout, stderr: '', exitCode: 0, files: [], removed: [] });
    const page = (stdout) => [{ page: 'c/p', locale: 'ja', file: 'docs/c/p.mdx', steps: [], errors: [],
      recorded: { steps: [{ id: 's', script: 'aws', endedAt: '2026-01-05T00:00:00Z', calls: [call(stdout)] }], regions: [], problems: [] } }];
    saveRecordings('/mnt', page('small'), provenance);
    const before = readFileSync('/mnt/test/recordings/c/p.json', 'utf8');
    try { saveRecordings('/mnt', page('x'.repeat(${200 * KIB})), provenance); } catch (error) { console.log(error.name, error.message); }
    console.log(readdirSync('/mnt/test/recordings/c').join(), readFileSync('/mnt/test/recordings/c/p.json', 'utf8') === before);`;
  expect(onDiskOf(64 * KIB, module)).toBe(
    'UsageError test/recordings/c/p.json was not written, and is as it was before: ENOSPC: no space left on device, write.\np.json true\n',
  );
});
