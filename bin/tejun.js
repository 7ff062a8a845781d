#!/usr/bin/env node
// No build: tsx reads the TypeScript sources as they are.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/cli/index.ts');
process.exitCode = await main(process.argv.slice(2));
