import { ListExportsCommand, ListImportsCommand } from '@aws-sdk/client-cloudformation';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openStacks } from './stack.ts';

standStill();

const queue = (properties = '{}', more = '') =>
  `Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: ${properties}\n${more}`;

describe('exports', () => {
  const exporting = queue(
    '{}',
    'Outputs:\n  Arn:\n    Value: !GetAtt Queue.Arn\n    Export: { Name: !Sub "${AWS::StackName}-arn" }\n',
  );
  const importing =
    'Resources:\n  Parameter:\n    Type: AWS::SSM::Parameter\n    Properties: { Type: String, Value: !ImportValue shop-arn }\n';

  test('bind the stacks that use them', async () => {
    const stack = openStacks();
    await stack.create(exporting);
    await stack.create(importing, { StackName: 'user' });
    const { Exports } = await stack.client.send(new ListExportsCommand({}));
    expect(Exports?.map(({ Name }) => Name)).toEqual(['shop-arn']);
    const { Imports } = await stack.client.send(new ListImportsCommand({ ExportName: 'shop-arn' }));
    expect(Imports).toEqual(['user']);
    expect((await stack.remove())?.StackStatus).toBe('CREATE_COMPLETE');
    expect((await stack.events()).at(-1)).toBe(
      'shop CREATE_COMPLETE: Export shop-arn cannot be deleted as it is in use by user',
    );
    const twice = await stack.create(exporting.replace('!Sub "${AWS::StackName}-arn"', 'shop-arn'), {
      StackName: 'twice',
    });
    expect(twice?.StackStatus).toBe('ROLLBACK_COMPLETE');
    expect((await stack.events('twice')).join()).toContain(
      'Export with name shop-arn is already exported by stack shop',
    );
  });

  test('that are missing fail the stack', async () => {
    const stack = openStacks();
    expect((await stack.create(importing))?.StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await stack.events()).toContain('Parameter CREATE_FAILED: No export named shop-arn found');
  });
});
