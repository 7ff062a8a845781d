/** Written by the Docusaurus plugin `tejun-courses`. */
declare module '@generated/tejun-courses/default/sample.json' {
  const sample: import('../../site/sample.ts').Sample | null;
  export default sample;
}
