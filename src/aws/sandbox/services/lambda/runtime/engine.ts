import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';

/** One JavaScript engine with a heap of its own: nothing in it reaches the host, the network or the disk. */
export interface Engine {
  readonly runtime: QuickJSRuntime;
  readonly context: QuickJSContext;
  /** The whole of its memory: it grows up to the limit. */
  readonly memory: WebAssembly.Memory;
}

/**
 * Opens an engine: QuickJS compiled to WebAssembly, an instance for each, so that one that ran out of memory or was
 * interrupted is dropped as a whole. It is loaded when the first function is invoked.
 */
export async function openEngine(memoryMegabytes: number): Promise<Engine> {
  const [{ newQuickJSWASMModuleFromVariant, newVariant }, { default: variant }] = await Promise.all([
    import(/* webpackChunkName: "lambda-engine" */ 'quickjs-emscripten-core'),
    import(/* webpackChunkName: "lambda-engine" */ '@jitl/quickjs-wasmfile-release-sync'),
  ]);
  // The engine counts what it has allocated only on other platforms: the limit is that of the memory itself.
  const maximum = Math.min(memoryMegabytes, MOST_MEGABYTES) * PAGES_PER_MEGABYTE;
  const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum });
  const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory: memory }));
  const runtime = quickjs.newRuntime();
  runtime.setMaxStackSize(STACK_BYTES);
  return { runtime, context: runtime.newContext(), memory };
}

/** Deep recursion ends in an error of the function's before the engine's own stack does. */
const STACK_BYTES = 256 * 1024;
const PAGES_PER_MEGABYTE = 16;
/** The module asks for so many pages of 64 KiB to begin with. */
const FIRST_PAGES = 256;
/** Our choice: a page of a browser does not have the memory of Lambda's largest functions. */
const MOST_MEGABYTES = 1024;

/** Defines a global function whose arguments and result are texts. */
export function defineHost(
  { context }: Engine,
  name: string,
  call: (...texts: string[]) => string | number | undefined,
): void {
  const handle = context.newFunction(name, (...given: QuickJSHandle[]) => {
    const result = call(...given.map((one) => context.getString(one)));
    if (result === undefined) return context.undefined;
    return typeof result === 'number' ? context.newNumber(result) : context.newString(result);
  });
  context.setProp(context.global, name, handle);
  handle.dispose();
}

/** How far a time limit is used up. */
export class TimeBudget {
  #spent = 0;
  #steps = 0;
  readonly #limit: number;

  /** `limit`: milliseconds, the function's timeout. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Milliseconds since the invocation began, in the function's own time. */
  get spent(): number {
    return this.#spent;
  }

  get remaining(): number {
    return Math.max(0, this.#limit - this.#spent);
  }

  get isOver(): boolean {
    return this.#spent >= this.#limit;
  }

  /** Lets time pass in which the function waits. */
  wait(milliseconds: number): void {
    this.#spent = Math.min(this.#limit, this.#spent + milliseconds);
  }

  /**
   * Counts work: the engine calls it each 10,000 steps or so. Time is counted in steps so that two runs are equal, and
   * never longer than the machine's own patience. True where the time is over.
   */
  step(): boolean {
    this.#steps += 1;
    this.wait(this.#steps > MOST_STEPS ? this.remaining : STEP_MS);
    return this.isOver;
  }
}

/** A step takes about so long in QuickJS on a usual machine. */
const STEP_MS = 0.5;
/** The most work of one invocation, about ten seconds: a loop without end is not waited for until its timeout. */
const MOST_STEPS = 30_000;
