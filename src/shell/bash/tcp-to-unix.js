/**
 * tcp-to-unix.js <port> <socket> <command> [argument...]: runs the command with a port of 127.0.0.1 that leads to a Unix
 * socket. Plain JavaScript, since it is the first process inside of a confinement, where Node.js is all there is.
 */
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { constants } from 'node:os';

const [port, socket = '', command = '', ...args] = process.argv.slice(2);

const server = createServer((client) => {
  const beyond = connect(socket);
  client.pipe(beyond).pipe(client);
  for (const end of [client, beyond])
    end.on('error', () => {
      client.destroy();
      beyond.destroy();
    });
});

server.listen(Number(port), '127.0.0.1', () => {
  const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 3] });
  child.once('error', ({ message }) => {
    process.stderr.write(`${message}\n`);
    process.exit(127);
  });
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
});
