import { expose } from 'comlink';
import { createExecutor } from './executor.ts';

expose(createExecutor(() => performance.now()));
