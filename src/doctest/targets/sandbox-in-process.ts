import { openPractice } from '../../practice/index.ts';
import type { OpenSession, SandboxInProcess } from './types.ts';

export const openSandboxInProcess: OpenSession<SandboxInProcess> = async (_target, start) =>
  openPractice(start);
