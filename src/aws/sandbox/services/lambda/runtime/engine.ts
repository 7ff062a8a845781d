import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';

/** One JavaScript engine with a heap of its own: nothing in it reaches the host, the network or the disk. */
export interface Engine {
  readonly runtime: QuickJSRuntime;
  readonly context: QuickJSContext;
}

/**
 * Opens an engine: QuickJS compiled to WebAssembly, an instance for each, so that one that ran out of memory or was
 * interrupted is dropped as a whole. It is loaded when the first function is invoked.
 */
export async function openEngine(memoryBytes: number): Promise<Engine> {
  const [{ newQuickJSWASMModuleFromVariant }, { default: variant }] = await Promise.all([
    import(/* webpackChunkName: "lambda-engine" */ 'quickjs-emscripten-core'),
    import(/* webpackChunkName: "lambda-engine" */ '@jitl/quickjs-wasmfile-release-sync'),
  ]);
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(memoryBytes);
  runtime.setMaxStackSize(STACK_BYTES);
  return { runtime, context: runtime.newContext() };
}

/** Deep recursion ends in a RangeError of the function's before the engine's own stack does. */
const STACK_BYTES = 256 * 1024;

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
