import MDXComponents from '@theme-original/MDXComponents';
import { Elapse } from '../components/Elapse/index.tsx';
import { PageImage } from '../components/PageImage/index.tsx';

/** Components that a page may use without importing them. */
export default { ...MDXComponents, Elapse, img: PageImage };
