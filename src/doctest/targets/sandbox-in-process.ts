import { openPractice } from '../../practice/index.ts';
import type { SandboxInProcess, TargetOpener } from './types.ts';

export const openSandboxInProcess: TargetOpener<SandboxInProcess> = async (_target, start) =>
  openPractice(start);
