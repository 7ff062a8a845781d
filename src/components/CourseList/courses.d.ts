/** Written by the Docusaurus plugin `tejun-courses`. */
declare module '@generated/tejun-courses/default/courses.json' {
  const courses: readonly import('../../site/courses.ts').Course[];
  export default courses;
}
