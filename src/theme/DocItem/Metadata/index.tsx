import Head from '@docusaurus/Head';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import DocItemMetadata from '@theme-original/DocItem/Metadata';
import type { ReactNode } from 'react';
import { markdownPath } from '../../../site/page-data.ts';

/** Says where the page stands as Markdown. */
export default function ProcedureMetadata(): ReactNode {
  const { permalink } = useDoc().metadata;
  return (
    <>
      <DocItemMetadata />
      <Head>
        <link rel="alternate" type="text/markdown" href={markdownPath(permalink)} />
      </Head>
    </>
  );
}
