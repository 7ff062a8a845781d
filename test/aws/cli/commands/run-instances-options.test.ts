import { describe, expect, it } from 'vitest';
import { adjustParameters } from '../../../../src/aws/cli/commands/run-instances-options.ts';

describe('the parameters of run-instances', () => {
  it('send user data as Base64 of its UTF-8', () => {
    expect(adjustParameters('RunInstances', { UserData: '#!/bin/bash\n# 起動\n' })).toEqual({
      UserData: 'IyEvYmluL2Jhc2gKIyDotbfli5UK',
      MinCount: 1,
      MaxCount: 1,
    });
  });

  it('leave the user data of other operations as it was given', () => {
    const given = { UserData: { Value: 'IyEvYmluL2Jhc2gK' } };
    expect(adjustParameters('ModifyInstanceAttribute', given)).toBe(given);
  });
});
