/** The first text of a new course or page, in both languages. Pure: names in, texts out. */
export { type CourseTexts, newCourse } from './course.ts';
export { nameFault } from './names.ts';
export { type NewPage, newPage, type PageTexts } from './page.ts';
