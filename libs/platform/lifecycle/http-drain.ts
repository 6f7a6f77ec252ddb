import type { Server } from 'node:http';

/**
 * Takes no more connections, lets requests under way finish, and after `patience` milliseconds cuts those that have not.
 * @returns whether all of them finished
 */
export function drain(server: Server, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    if (!server.listening) {
      resolve(true);
      return;
    }
    let finished = true;
    const cut = setTimeout(() => {
      finished = false;
      server.closeAllConnections();
    }, patience);
    server.close(() => {
      clearTimeout(cut);
      resolve(finished);
    });
    // A kept-alive connection that answers its last request now must not wait for another.
    server.prependListener('request', (_request, response) => {
      if (!response.headersSent) response.setHeader('Connection', 'close');
    });
    server.closeIdleConnections();
  });
}
