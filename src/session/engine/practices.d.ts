/** Written by the Docusaurus plugin `tejun-practices`: loads what is practised, by the id of the practice. */
declare module '@generated/tejun-practices/default/practices' {
  const practices: Readonly<Record<string, () => Promise<{ default: import('./types.ts').PracticeData }>>>;
  export default practices;
}
