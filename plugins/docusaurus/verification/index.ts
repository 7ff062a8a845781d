import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { packTrust } from '../../../src/verification/index.ts';
import { readVerifications } from './read.ts';

/** Tells each page what the runs kept in `verified/` say about it. */
export default function trust(context: LoadContext): Plugin {
  return {
    name: 'tejun-trust',
    getPathsToWatch: () => [join(context.siteDir, 'verified/*.json')],
    contentLoaded({ actions }) {
      const verifications = readVerifications(join(context.siteDir, 'verified'));
      actions.setGlobalData(packTrust(verifications, context.i18n.currentLocale));
    },
  };
}
