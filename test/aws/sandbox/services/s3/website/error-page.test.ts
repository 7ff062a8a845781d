import { describe, expect, test } from 'vitest';
import {
  errorPage,
  readErrorDocument,
} from '../../../../../../src/aws/sandbox/services/s3/website/error-page.ts';

const XML =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>a&amp;b</Key><RequestId>R1</RequestId><HostId>H1</HostId></Error>';

test('of an error document, facts are kept in order, ids are not', () => {
  expect(readErrorDocument(404, XML)).toEqual({
    status: 404,
    facts: [
      ['Code', 'NoSuchKey'],
      ['Message', 'The specified key does not exist.'],
      ['Key', 'a&amp;b'],
    ],
  });
});

describe('the page of an error', () => {
  test('tells its facts and the ids of the request', () => {
    expect(errorPage(readErrorDocument(404, XML), ['R2', 'H2'])).toBe(
      `<html>
<head><title>404 Not Found</title></head>
<body>
<h1>404 Not Found</h1>
<ul>
<li>Code: NoSuchKey</li>
<li>Message: The specified key does not exist.</li>
<li>Key: a&amp;b</li>
<li>RequestId: R2</li>
<li>HostId: H2</li>
</ul>
<hr/>
</body>
</html>
`,
    );
  });

  test('tells after them why the custom document cannot be shown', () => {
    const custom = readErrorDocument(403, XML.replace('NoSuchKey', 'AccessDenied'));
    expect(errorPage(readErrorDocument(404, XML), ['R2', 'H2'], custom)).toContain(
      '<li>HostId: H2</li>\n</ul>\n<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n<ul>\n<li>Code: AccessDenied</li>',
    );
  });
});
