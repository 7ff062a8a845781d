import type {
  ListExportsInput,
  ListExportsOutput,
  ListImportsInput,
  ListImportsOutput,
} from '@aws-sdk/client-cloudformation';
import { defineOperation, sortedBy } from '../../operation/index.ts';
import { validationError } from './cloudformation-errors.ts';
import { stacksIn } from './cloudformation-state.ts';
import { importersOf } from './deployment/index.ts';
import { onNoStack } from './find-stack.ts';
import { pageOfResults } from './page-of.ts';

export default {
  ListExports: defineOperation<ListExportsInput, ListExportsOutput>({
    reads: ['NextToken'],
    access: onNoStack('ListExports'),
    handle: (context) => {
      const all = stacksIn(context).flatMap(({ id, outputs }) =>
        outputs.flatMap(({ exportName, value }) =>
          exportName === undefined ? [] : [{ ExportingStackId: id, Name: exportName, Value: value }],
        ),
      );
      const nameOf = ({ Name }: { readonly Name: string }) => Name;
      const page = pageOfResults(sortedBy(all, nameOf), nameOf, context.input.NextToken);
      return { Exports: [...page.items], NextToken: page.next };
    },
  }),
  ListImports: defineOperation<ListImportsInput, ListImportsOutput>({
    reads: ['ExportName', 'NextToken'],
    access: onNoStack('ListImports'),
    handle: (context) => {
      const { ExportName = '', NextToken } = context.input;
      const names = importersOf(ExportName, context).map(({ name }) => name);
      if (names.length === 0) throw validationError(`Export '${ExportName}' is not imported by any stack.`);
      const page = pageOfResults(sortedBy(names, String), String, NextToken);
      return { Imports: [...page.items], NextToken: page.next };
    },
  }),
};
