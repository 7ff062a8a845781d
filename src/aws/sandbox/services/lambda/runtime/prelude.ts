import { CONSOLE } from './prelude/console.ts';
import { INSPECT } from './prelude/inspect.ts';
import { INVOCATION } from './prelude/invocation.ts';
import { MODULES } from './prelude/modules.ts';
import { WEB } from './prelude/web.ts';

/**
 * Program that makes QuickJS's globals those that handlers expect of Node.js. It runs inside the engine; the functions
 * `__log`, `__now`, `__random`, `__uuid`, `__read`, `__find` and `__compile` are the host's.
 */
export const PRELUDE = [WEB, INSPECT, CONSOLE, MODULES, INVOCATION].join('\n');
