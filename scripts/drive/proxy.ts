/**
 * A web of our own on one loopback port: an HTTP proxy that answers for every host itself, over http and, with a
 * certificate made at start, over https. Its log is the proof of what left the browser. It connects nowhere but to servers of the
 * test's own on this machine.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { generate } from 'selfsigned';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Answers a request for any host; null gives 404. */
export type Site = (url: URL, request: IncomingMessage) => Answer | null | Promise<Answer | null>;

export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
}

export interface ProxyServer {
  readonly port: number;
  /** Every request that reached the proxy, the browser's own included; see {@link isBrowsersOwn}. */
  readonly log: LoggedRequest[];
  close(): Promise<void>;
}

/** Hosts that a fresh browser asks on its own account: updates, safe browsing, captive portal. Not the extension's doing. */
const BROWSERS_OWN =
  /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|gstatic\.com|googleusercontent\.com|mozilla\.(?:org|com|net)|firefox\.com|mozgcp\.net|mozaws\.net|ampproject\.org|digicert\.com)$/;

export function isBrowsersOwn(request: LoggedRequest): boolean {
  return BROWSERS_OWN.test(new URL(request.url).hostname);
}

/** Hosts whose https connections are handed on to a server of the test on this loopback port, which answers for itself. */
export type Tunnels = ReadonlyMap<string, number>;

/** Starts the proxy on a free loopback port. */
export async function startProxy(site: Site, tunnels: Tunnels = new Map()): Promise<ProxyServer> {
  const log: LoggedRequest[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A browser that goes away resets its connections; that is no fault of the test.
    socket.on('error', () => socket.destroy());
  };

  const answer = async (url: URL, request: IncomingMessage, response: ServerResponse) => {
    log.push({ method: request.method ?? 'GET', url: url.href });
    try {
      const found = await site(url, request);
      response.writeHead(found ? (found.status ?? 200) : 404, found?.headers ?? { 'content-type': 'text/plain' });
      response.end(found?.body ?? 'not here');
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    }
  };

  const certificate = await generate([{ name: 'commonName', value: 'Sidelight test web' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  const secure = createTlsServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    void answer(new URL(request.url ?? '/', `https://${request.headers.host ?? 'nowhere.test'}`), request, response);
  });
  secure.on('connection', keep);

  const plain = createServer((request, response) => {
    const target = request.url ?? '/';
    void answer(new URL(target, `http://${request.headers.host ?? 'nowhere.test'}`), request, response);
  });
  plain.on('connection', keep);
  plain.on('connect', (request, socket: Socket, head) => {
    keep(socket);
    const tunnel = tunnels.get(request.url?.replace(/:443$/, '') ?? '');
    if (tunnel !== undefined) {
      log.push({ method: 'CONNECT', url: `https://${request.url}/` });
      const server = connect(tunnel, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
      keep(server);
      server.write(head);
      socket.pipe(server).pipe(socket);
      return;
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length) socket.unshift(head);
    // A tunnel to port 80 carries plain http, any other TLS: both end here.
    (request.url?.endsWith(':80') ? plain : secure).emit('connection', socket);
  });

  await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
  const port = (plain.address() as AddressInfo).port;
  const stop = (server: Server | typeof secure) => new Promise<void>((done) => (server.listening ? server.close(() => done()) : done()));
  return {
    port,
    log,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([stop(plain), stop(secure)]);
    },
  };
}
