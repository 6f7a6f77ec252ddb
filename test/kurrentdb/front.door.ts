import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** The port that clients see, before the gRPC server: connections can be cut here as a network cuts them. */
export class FrontDoor {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #shut = false;

  constructor(private readonly target: number) {
    this.#server = createServer((socket) => this.#take(socket));
  }

  async listen(port: number): Promise<number> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  shut(shut: boolean): void {
    this.#shut = shut;
    if (shut) this.cut();
  }

  #take(socket: Socket): void {
    if (this.#shut) {
      socket.resetAndDestroy();
      return;
    }
    const inner = connect(this.target, '127.0.0.1');
    const end = () => {
      this.#sockets.delete(socket);
      socket.destroy();
      inner.destroy();
    };
    this.#sockets.add(socket);
    for (const side of [socket, inner]) side.setNoDelay(true).on('error', end).on('close', end);
    socket.pipe(inner).pipe(socket);
  }
}
