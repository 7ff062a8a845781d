import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Functions of Node.js that change the disk, without `Sync`. */
const CHANGING = new Set([
  ...['appendFile', 'chmod', 'chown', 'copyFile', 'cp', 'createWriteStream', 'fchmod', 'ftruncate', 'lchmod'],
  ...['lchown', 'link', 'lutimes', 'mkdir', 'mkdtemp', 'mkdtempDisposable', 'open', 'rename', 'rm', 'rmdir'],
  ...['symlink', 'truncate', 'unlink', 'utimes', 'write', 'writeFile', 'writev'],
]);

/** Whoever else changes the disk, and why a link of a project, a full disk or a kill cannot lose a file by it. */
const WRITERS: Readonly<Record<string, string>> = {
  'src/project/write-file.ts': 'the writer of one file: whole or not at all',
  'src/project/change-files.ts': 'the writer of several files: all or none',
  'src/project/parse-cache.ts': 'a cache: removes files with names of its own only, in no linked folder',
  'src/doctest/live/logbook.ts': 'empty files in a folder that is no link, made under names of their own',
  'src/doctest/recording/journal/journal.ts': "the run's own temporary folder",
  'src/doctest/targets/account-clock.ts': "the session's temporary folder",
  'src/doctest/targets/live.ts': "the session's temporary folder",
  'src/doctest/targets/tmpfs.ts': 'a folder in memory that it has made',
  'src/doctest/targets/sandbox-in-bash.ts': "the session's temporary folder",
  'src/shell/bash/bash-session.ts': "the session's temporary folder",
  'src/shell/bash/confined-command.ts': "the session's temporary folder",
  'src/shell/bash/find-bubblewrap.ts': 'opens for reading',
  'src/shell/bash/output-stream.ts': "pipes in the session's temporary folder",
  'src/shell/bash/read-regular-file.ts': 'opens for reading',
  'src/shell/bash/session-dir.ts': 'makes the temporary folder of a session',
  'src/shell/bash/visible-system.ts': "the session's temporary folder",
  'src/aws/sandbox/http/client-environment.ts': "the sandbox's own temporary folder",
  'src/aws/sandbox/http/control.ts': "the user's own folder for secrets of sandboxes",
  'src/aws/sandbox/http/leftovers.ts':
    'removes what dead sandboxes of this user have left in those two folders',
  'src/cli/init.ts': 'makes the folder that a person names',
  'src/cli/report-to.ts': "appends to GITHUB_STEP_SUMMARY, GitHub's own file",
  'src/cli/sandbox.ts': 'opens /dev/null, writes to stdout',
  'bin/bundle.js': "Tejun's own bundle, beside its sources",
  'plugins/docusaurus/course-routes/chunk-files.ts': "Docusaurus's folder of generated files",
  'plugins/docusaurus/course-routes/index.ts': "Docusaurus's folder of generated files",
  'plugins/docusaurus/post-build/course-scripts.ts': 'the folder that Docusaurus has just built',
  'plugins/docusaurus/post-build/csp.ts': 'the folder that Docusaurus has just built',
  'plugins/docusaurus/post-build/headers.ts': 'the folder that Docusaurus has just built',
  'plugins/docusaurus/post-build/markdown/index.ts': 'the folder that Docusaurus has just built',
  'plugins/docusaurus/post-build/offline-courses.ts': 'the folder that Docusaurus has just built',
  'plugins/docusaurus/search-index/write-parts.ts': 'the folder that Docusaurus has just built',
  'plugins/docusaurus/third-party-licenses/index.ts': 'the folder that Docusaurus has just built',
};

/** Tells whether a file imports what changes the disk; all of `node:fs` under one name is not taken apart. */
function changesTheDisk(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  if (!/\bfs\b/.test(text)) return false;
  if (/import\('(?:node:)?fs(?:\/promises)?'\)|require\(['"](?:node:)?fs/.test(text)) return true;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return tree.statements.filter(ts.isImportDeclaration).some(({ moduleSpecifier, importClause }) => {
    if (!/^['"](?:node:)?fs(?:\/promises)?['"]$/.test(moduleSpecifier.getText(tree))) return false;
    const bindings = importClause?.namedBindings;
    if (importClause?.name || !bindings || !ts.isNamedImports(bindings)) return true;
    return bindings.elements.some(({ name, propertyName }) =>
      CHANGING.has((propertyName ?? name).getText(tree).replace(/Sync$/, '')),
    );
  });
}

test('only the writers of the project change its files', () => {
  const files = ['src', 'plugins', 'bin'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]sx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  const found = files.filter((file) => changesTheDisk(join(project, file)));
  expect(found.sort()).toEqual(Object.keys(WRITERS).sort());
});
