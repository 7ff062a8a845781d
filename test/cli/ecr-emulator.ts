import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Repositories = Map<string, object>;

/** Answers an operation of ECR, by the name that `X-Amz-Target` ends with. */
function answer(operation: string, repositoryName: string, repositories: Repositories): object {
  if (operation === 'DescribeRepositories') return { repositories: [...repositories.values()] };
  const repository = repositories.get(repositoryName) ?? {
    repositoryArn: `arn:aws:ecr:ap-northeast-1:123456789012:repository/${repositoryName}`,
    registryId: '123456789012',
    repositoryName,
    repositoryUri: `123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/${repositoryName}`,
    createdAt: 1_767_571_200,
    imageTagMutability: 'MUTABLE',
  };
  if (operation === 'CreateRepository') repositories.set(repositoryName, repository);
  else repositories.delete(repositoryName);
  return { repository };
}

/** An emulator of ECR with as much as a page needs, for what the sandbox has not. @returns its URL */
export async function emulateEcr(): Promise<string> {
  const repositories: Repositories = new Map();
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify(answer(operation, JSON.parse(body).repositoryName, repositories)));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
