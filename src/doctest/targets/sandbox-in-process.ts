import { openPractice } from '../../practice/index.ts';
import { answersOf } from './recorded-answers.ts';
import type { SandboxInProcess, TargetOpener } from './types.ts';

export const openSandboxInProcess: TargetOpener<SandboxInProcess> = async ({ root }, start) => {
  const practice = openPractice({ ...start, recordings: answersOf(root) });
  return { ...practice, takePermissions: () => practice.sandbox.takePermissions() };
};
