/** Pages for the programs of translators, and back. */
export { exportPage } from './export-page.ts';
export { type FillRequest, fillPage } from './fill-page.ts';
export { importPage } from './import-page.ts';
export { readPo, writePo } from './po.ts';
export { readXliff } from './read-xliff.ts';
export { type Exchange, ExchangeError, type ExchangePage } from './types.ts';
export { writeXliff } from './write-xliff.ts';
