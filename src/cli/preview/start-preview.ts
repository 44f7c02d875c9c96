import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Template } from '../../site/template.ts';
import { nameFile } from '../input/read-file.ts';
import { UsageError } from '../input/usage-error.ts';
import { answer, type Shown } from './answer.ts';
import { EVENTS } from './reload.ts';
import { renderPreview, type RenderOptions } from './render-preview.ts';
import { watchFiles, type AddFiles } from './watch-files.ts';

export interface PreviewOptions {
  /** The story file, or one of another format. */
  readonly path: string;
  readonly host: string;
  /** Port to begin with; 0 takes any. */
  readonly port: number;
  readonly reading: RenderOptions;
  readonly template: Template;
  /** How often the files are looked at, in ms. */
  readonly interval: number;
  /** Gets each line for the terminal. */
  readonly tell: (line: string) => void;
}

export interface Preview {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** So many ports are tried. */
const MAX_TRIES = 20;

/**
 * Serves the site of a story from memory, and builds it anew when a file of it is saved. Pages that are open load
 * themselves anew. Throws a `UsageError` if it cannot start.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { path, host, reading, template, interval, tell } = options;
  const name = nameFile(path);
  const listeners = new Set<ServerResponse>();
  const started = Date.now().toString(36);
  let count = 0;
  let media: readonly string[] = [];
  let shown: Shown = { build: started, name, faults: [], files: template.files };

  const build = async (addFiles: AddFiles): Promise<void> => {
    const rendered = await renderPreview(path, reading, template, addFiles).catch(
      (error: unknown) => {
        if (error instanceof UsageError) throw error;
        const why = error instanceof Error ? error.message : String(error);
        return { files: null, faults: [`${name}: cannot be shown: ${why}`], warnings: [], media };
      },
    );
    count += 1;
    const { files, faults, warnings } = rendered;
    // What a file with a syntax error names is not known, so the earlier media stay.
    media = rendered.media.length > 0 || faults.length === 0 ? rendered.media : media;
    shown = { build: `${started}${count}`, name, faults, files: files ?? shown.files };
    for (const line of [...faults, ...warnings]) tell(line);
    if (count > 1) tell(faults.length > 0 ? `${name}: not shown` : `${name}: shown anew`);
    for (const listener of listeners) sendBuild(listener, shown.build);
  };

  const stopWatching = await watchFiles(() => [path, ...media], build, interval);
  const server = createServer((request, response) => {
    if (!isAllowed(request, host)) respond(response, FORBIDDEN);
    else if (pathOf(request) === `/${EVENTS}`) listen(request, response);
    else if (request.method !== 'GET' && request.method !== 'HEAD') respond(response, NOT_ALLOWED);
    else respond(response, answer(shown, pathOf(request), request.headers.range));
  });
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    listeners.add(response);
    request.once('close', () => listeners.delete(response));
    sendBuild(response, shown.build);
  };
  const port = await listenOn(server, options).catch((error: unknown) => {
    stopWatching();
    throw error;
  });
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise((done) => {
        stopWatching();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const sendBuild = (listener: ServerResponse, build: string): void => {
  listener.write(`data: ${build}\n\n`);
};

const pathOf = ({ url = '/' }: IncomingMessage): string => url.replace(/[?#].*$/s, '');

const text = (status: number, words: string) => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: Buffer.from(`${words}\n`),
});
const FORBIDDEN = text(403, 'The preview answers to its own address only.');
const NOT_ALLOWED = text(405, 'The preview is only read.');

function respond(
  response: ServerResponse,
  { status, headers, body }: ReturnType<typeof answer>,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

const EVERY_ADDRESS = ['0.0.0.0', '::'];
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A story may be secret until it is published. A page of another site gets nothing, in a frame neither, which would send
 * it messages; a link there may be followed. Nor does a page of another name that leads here (DNS rebinding).
 */
function isAllowed({ headers }: IncomingMessage, host: string): boolean {
  const isForeign = headers['sec-fetch-site'] === 'cross-site';
  if (isForeign && headers['sec-fetch-dest'] !== 'document') return false;
  if (EVERY_ADDRESS.includes(host)) return true;
  const asked = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  return [...OWN_NAMES, host.toLowerCase(), `[${host}]`].includes(asked);
}

/** Listens on the port, or on the first free one behind it. Throws a `UsageError` if there is none. */
async function listenOn(server: Server, { host, port }: PreviewOptions): Promise<number> {
  for (let tried = port; tried < port + MAX_TRIES && tried <= 65_535; tried += 1) {
    const code = await tryPort(server, host, tried);
    if (code === null) return (server.address() as AddressInfo).port;
    if (code === 'EACCES')
      throw new UsageError(`Port ${tried} needs more rights. Name one from 1024.`);
    if (code !== 'EADDRINUSE') {
      throw new UsageError(`--host ${host} is no address of this computer. Leave it out.`);
    }
  }
  throw new UsageError(
    `Port ${port} and those behind it are in use. Name another one with --port.`,
  );
}

/** Null if the server listens, else why it cannot. */
const tryPort = (server: Server, host: string, port: number): Promise<string | null> =>
  new Promise((done) => {
    const fail = (error: NodeJS.ErrnoException) => {
      done(error.code ?? 'unknown');
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done(null);
    });
  });
