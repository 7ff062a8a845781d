import type { QuickJSHandle } from 'quickjs-emscripten-core';
import { newRequestId } from '../../../operation/index.ts';
import type { Random } from '../../../random/index.ts';
import { defineHost, type Engine, openEngine, TimeBudget } from './engine.ts';
import { provideModules } from './modules.ts';
import { PackageFiles } from './package-files.ts';
import { PRELUDE } from './prelude.ts';
import { asLoadFailure, type DescribedError, thrown, type Work, type WorkResult } from './work.ts';

/** Function as an execution environment runs it. */
export interface EnvironmentSettings {
  /** `nodejs20.x` */
  readonly runtime: string;
  readonly handler: string;
  readonly memoryMegabytes: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly random: Random;
}

/** Lambda allows ten seconds for the load of a module (Developer Guide, "Lambda execution environment lifecycle"). */
export const INIT_LIMIT_MS = 10_000;

/** Place where one version of a function runs: its module is loaded once, and what it keeps stays until it ends. */
export class ExecutionEnvironment {
  readonly #engine: Engine;
  readonly #settings: EnvironmentSettings;
  #work: Work & { readonly budget: TimeBudget };
  #exit: string | undefined;

  private constructor(engine: Engine, settings: EnvironmentSettings, work: Work) {
    this.#engine = engine;
    this.#settings = settings;
    this.#work = { ...work, budget: new TimeBudget(work.timeoutMilliseconds) };
  }

  static async open(settings: EnvironmentSettings, work: Work): Promise<ExecutionEnvironment> {
    const engine = await openEngine(settings.memoryMegabytes);
    const environment = new ExecutionEnvironment(engine, settings, work);
    environment.#provide();
    return environment;
  }

  /** Milliseconds that the last piece of work has taken. */
  get spent(): number {
    return this.#work.budget.spent;
  }

  /** Megabytes of the engine's memory. */
  get usedMegabytes(): number {
    return Math.ceil(this.#engine.memory.buffer.byteLength / 1024 / 1024);
  }

  /** Loads the module and finds the handler; undefined where all is well. */
  load(): WorkResult | undefined {
    const { handler } = this.#settings;
    const [, module = '', name = ''] = /^((?:.*\/)?[^.]+)\.(.+)$/.exec(handler) ?? [];
    if (name === '') return thrown('Runtime.MalformedHandlerName', 'Bad handler');
    const path = this.#files.handlerFile(module);
    if (path === undefined)
      return thrown(
        'Runtime.ImportModuleError',
        `Error: Cannot find module '${module}'\nRequire stack:\n- /var/runtime/index.mjs`,
      );
    const kind = this.#files.formatOf(path);
    const problem =
      kind === 'module'
        ? this.#import(path, name)
        : this.#evaluate(`__use(__load(${text(path)}), ${text(name)})`);
    if (problem) return asLoadFailure(problem);
    if (this.#read('typeof __handler') !== 'function')
      return thrown('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
    return undefined;
  }

  /** Calls the handler with an event as JSON, and runs until it has an answer or its time is over. */
  invoke(event: string, facts: Readonly<Record<string, unknown>>, work: Work): WorkResult {
    this.#work = { ...work, budget: new TimeBudget(work.timeoutMilliseconds) };
    this.#exit = undefined;
    const context = { ...facts, deadline: work.begin.getTime() + work.timeoutMilliseconds };
    const returnsValues = major(this.#settings.runtime) >= 24;
    const call = `__start(${text(event)}, ${text(JSON.stringify(context))}, ${text(String(returnsValues))})`;
    return this.#evaluate(call) ?? this.#answer();
  }

  #answer(): WorkResult {
    const ended = this.#runUntil(() => this.#read('__outcome()') !== undefined);
    if (ended) return ended;
    const outcome = this.#read('__outcome()');
    // With nothing left to wait for, a handler that never answers answers null.
    if (typeof outcome !== 'string') return { kind: 'returned', payload: 'null' };
    const { payload, error } = JSON.parse(outcome) as { payload?: string; error?: DescribedError };
    if (payload !== undefined) return { kind: 'returned', payload };
    return error ? this.#failure(error) : { kind: 'returned', payload: 'null' };
  }

  /** Runs the jobs and timers of the engine until `isDone`, or until none is left; the end of the function where it has one. */
  #runUntil(isDone: () => boolean): WorkResult | undefined {
    for (;;) {
      const ended = this.#runJobs();
      if (ended) return ended;
      if (isDone()) return undefined;
      const next = Number(this.#read('__nextTimer()'));
      if (next < 0) return undefined;
      this.#work.budget.wait(next - this.#now());
      if (this.#isOver()) return this.#over();
      const failure = this.#evaluate('__runTimer()');
      if (failure) return failure;
    }
  }

  /** Runs what is ready to go on. */
  #runJobs(): WorkResult | undefined {
    const { runtime } = this.#engine;
    while (runtime.hasPendingJob()) {
      const result = runtime.executePendingJobs(1);
      const failure = result.error && this.#caught(result.error);
      if (failure) return failure;
      if (this.#isOver()) break;
    }
    return this.#isOver() ? this.#over() : undefined;
  }

  #isOver(): boolean {
    return this.#exit !== undefined || this.#work.budget.isOver;
  }

  #over(): WorkResult {
    return this.#exit === undefined ? { kind: 'timed-out' } : { kind: 'exited', code: this.#exit };
  }

  /** Evaluates an expression of ours; how the function ended where it throws. */
  #evaluate(code: string, options: { readonly module?: boolean } = {}): WorkResult | undefined {
    const { context } = this.#engine;
    const result = context.evalCode(code, '<runtime>', { type: options.module ? 'module' : 'global' });
    if (result.error) return this.#caught(result.error);
    result.value.dispose();
    return this.#isOver() ? this.#over() : undefined;
  }

  #import(path: string, name: string): WorkResult | undefined {
    const { context } = this.#engine;
    const code = `import * as module from ${text(`file://${path}`)}; __use(module, ${text(name)});`;
    const result = context.evalCode(code, 'file:///var/runtime/index.mjs', { type: 'module' });
    if (result.error) return this.#caught(result.error);
    const handle = result.value;
    const state = () => context.getPromiseState(handle);
    const ended = this.#runUntil(() => state().type !== 'pending');
    if (ended) return ended;
    const settled = state();
    return settled.type === 'rejected' ? this.#caught(settled.error) : undefined;
  }

  /** Describes a value that was thrown out of the engine. */
  #caught(handle: QuickJSHandle): WorkResult | undefined {
    const { context } = this.#engine;
    if (this.#isOver()) return this.#over();
    context.setProp(context.global, '__thrown', handle);
    handle.dispose();
    const described = this.#read('JSON.stringify(__describe(__thrown))');
    if (typeof described !== 'string') return { kind: 'out-of-memory' };
    return this.#failure(JSON.parse(described) as DescribedError);
  }

  #failure(error: DescribedError): WorkResult {
    const { errorType, errorMessage } = error.payload;
    if (errorType !== 'InternalError') return { kind: 'threw', error };
    if (errorMessage === 'out of memory') return { kind: 'out-of-memory' };
    // Node.js's name for it.
    return errorMessage === 'stack overflow'
      ? thrown('RangeError', 'Maximum call stack size exceeded')
      : { kind: 'threw', error };
  }

  #read(code: string): unknown {
    const { context } = this.#engine;
    const result = context.evalCode(code, '<runtime>');
    if (result.error) {
      result.error.dispose();
      return undefined;
    }
    const value: unknown = context.dump(result.value);
    result.value.dispose();
    return value;
  }

  #now(): number {
    return this.#work.begin.getTime() + this.#work.budget.spent;
  }

  get #files(): PackageFiles {
    this.#packageFiles ??= new PackageFiles(this.#settings.files, major(this.#settings.runtime) >= 24);
    return this.#packageFiles;
  }
  #packageFiles: PackageFiles | undefined;

  #provide(): void {
    const engine = this.#engine;
    const { random, variables, runtime } = this.#settings;
    engine.runtime.setInterruptHandler(() => this.#exit !== undefined || this.#work.budget.step());
    defineHost(engine, '__now', () => this.#now());
    defineHost(engine, '__random', () => random.integer(2 ** 30) / 2 ** 30);
    defineHost(engine, '__uuid', () => newRequestId(random));
    defineHost(engine, '__log', (level = '', line = '') => {
      if (level === 'EXIT') this.#exit = line;
      else this.#work.write(level, line, new Date(this.#now()));
      return undefined;
    });
    engine.context.unwrapResult(engine.context.evalCode(PRELUDE, '<runtime>')).dispose();
    provideModules(engine, this.#files);
    const version = JSON.stringify(`v${major(runtime)}.0.0`);
    const set = `Object.assign(process, { env: JSON.parse(${text(JSON.stringify(variables))}), version: ${version} }); globalThis.__begin = __now();`;
    engine.context.unwrapResult(engine.context.evalCode(set, '<runtime>')).dispose();
  }
}

const text = (value: string) => JSON.stringify(value);

const major = (runtime: string) => Number(/^nodejs(\d+)/.exec(runtime)?.[1] ?? 0);
