export { fieldsOfDocument, policyFaults } from './document.ts';
export { fieldsOfStatement } from './statement.ts';
export { awsText } from './texts.ts';
export type { Fault, PolicyKind } from './types.ts';
