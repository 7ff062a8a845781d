import { openPractice } from '../../practice/index.ts';
import type { SandboxInProcess, TargetOpener } from './types.ts';

export const openSandboxInProcess: TargetOpener<SandboxInProcess> = async (_target, start) => {
  const practice = openPractice(start);
  return { ...practice, takePermissions: () => practice.sandbox.takePermissions() };
};
