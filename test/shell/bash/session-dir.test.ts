import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createPathMapping, openSessionDirectory } from '../../../src/shell/bash/session-dir.ts';

const HOME = '/home/ec2-user';
const folder = { path: '/tmp/t', home: '/tmp/t/home' } as Parameters<typeof createPathMapping>[0]['folder'];

test('where bash is not confined, the home of the pages is a folder of this machine', () => {
  const mapping = createPathMapping({ home: HOME, folder });
  expect(mapping.outside(`${HOME}/a`)).toBe('/tmp/t/home/a');
  expect(mapping.outside('/home/ec2-user2/a')).toBe('/home/ec2-user2/a');
  expect(mapping.into(`cat ${HOME}/a ${HOME} ${HOME}2`)).toBe(`cat /tmp/t/home/a /tmp/t/home ${HOME}2`);
  expect(mapping.outOf('/tmp/t/home/a\n')).toBe(`${HOME}/a\n`);
  expect(mapping.environment({ HOME, A: 'b' })).toEqual({ HOME: '/tmp/t/home', A: 'b' });
});

test('where it is confined, it sees the home as pages do', () => {
  const mapping = createPathMapping({ home: HOME, folder, confinement: {} });
  expect(mapping.inside(`${HOME}/a`)).toBe(`${HOME}/a`);
  expect(mapping.outside(`${HOME}/a`)).toBe('/tmp/t/home/a');
  expect(mapping.into(`cd ${HOME}`)).toBe(`cd ${HOME}`);
});

test("a session's folder is its owner's alone, and has a place for each thing", async () => {
  const opened = await openSessionDirectory();
  expect(statSync(opened.path).mode & 0o777).toBe(0o700);
  for (const path of [opened.home, `${opened.readonly}/bin`, opened.streams])
    expect(statSync(path).isDirectory()).toBe(true);
  await opened.reaper.close();
});
