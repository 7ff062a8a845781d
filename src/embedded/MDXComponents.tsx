import MDXComponents from '@theme-init/MDXComponents';
import { Elapse } from '../components/Elapse/index.tsx';

/** Components that a page may use without importing them. */
export default { ...MDXComponents, Elapse };
