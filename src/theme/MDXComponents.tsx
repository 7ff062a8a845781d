import MDXComponents from '@theme-original/MDXComponents';
import { Elapse } from '../components/Elapse/index.tsx';

/** What a page may use without importing it. */
export default { ...MDXComponents, Elapse };
