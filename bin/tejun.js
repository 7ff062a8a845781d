#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { BundleError, bundledCli } from './bundle.js';

// From Node.js 22.1 on: what V8 has compiled once is not compiled again.
nodeModule.enableCompileCache?.();
try {
  const { main } = await import(await bundledCli());
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BundleError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
