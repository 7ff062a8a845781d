/** Written by the Docusaurus plugin `tejun-courses`. */
declare module '@generated/tejun-courses/default/sample.json' {
  const sample: import('../../site/page-data.ts').Sample | null;
  export default sample;
}
