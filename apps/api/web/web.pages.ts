import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';
import { PAGE_POLICY } from './page.policy.ts';
import { type PageOf, readRoutes } from './route.patterns.ts';

/** Names that the web app's files have whatever they hold: asked for anew each time. */
const NAMED = ['/service-worker.js', '/manifest.webmanifest', '/icon.svg', '/icon-192.png', '/icon-512.png'];

const NOT_BUILT = 'Intersession is running; POST a query to /graphql. Its pages are not built here: npm run build.\n';

/**
 * The web app, from the folder `npm run build` makes: participants at `/`, staff at `/staff`, and a page for every address
 * that the app knows. Other addresses are not found here. Where the folder is not there, a line of text says so.
 */
export function webPages(folder: string): Router {
  const router = express.Router();
  const assets = join(folder, 'assets');
  router.use('/assets', compressed(assets), forEver(assets), (_request, response) => void response.sendStatus(404));
  router.get(NAMED, named(folder));
  const pageOf = routesOf(folder);
  router.use((request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const page = reads ? pageOf(request.path) : undefined;
    if (page === undefined) next();
    else send(response, join(folder, `${page}.html`));
  });
  return router;
}

const ENCODINGS: Readonly<Record<string, string>> = { br: 'br', gz: 'gzip' };

/** The file that the build compressed, to whoever takes it. */
function compressed(folder: string): RequestHandler {
  return (request, _response, next) => {
    // Browsers name both as equals; the first is the smaller.
    const suffix =
      request.acceptsEncodings('br') === 'br' ? '.br' : request.acceptsEncodings('gzip') === 'gzip' ? '.gz' : '';
    const isName = /^\/[\w.-]+\.(js|css)$/.test(request.path);
    if (suffix !== '' && isName && existsSync(join(folder, `${request.path}${suffix}`)))
      request.url = `${request.path}${suffix}`;
    next();
  };
}

/** Nobody can change what such a name holds: a hash of it is part of the name. */
function forEver(folder: string): RequestHandler {
  return express.static(folder, {
    ...{ index: false, redirect: false, cacheControl: false },
    setHeaders: (response: Response, path: string) => {
      const [, name = path, suffix = ''] = /^(.*)\.(br|gz)$/.exec(path) ?? [];
      if (suffix !== '') response.type(extname(name)).setHeader('Content-Encoding', ENCODINGS[suffix] ?? suffix);
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      response.setHeader('Content-Security-Policy', PAGE_POLICY);
    },
  });
}

function named(folder: string): RequestHandler {
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', PAGE_POLICY);
    const headers = { 'Cache-Control': 'no-cache' };
    response.sendFile(request.path.slice(1), { root: folder, cacheControl: false, headers }, (error) => {
      if (error !== undefined && !response.headersSent) next();
    });
  };
}

function send(response: Response, file: string): void {
  response.setHeader('Content-Security-Policy', PAGE_POLICY);
  response.sendFile(file, { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }, (error) => {
    if (error === undefined || response.headersSent) return;
    response.status(200).type('text/plain').send(NOT_BUILT);
  });
}

/** Read at every request while there is none: in development it is built beside the running server. */
function routesOf(folder: string): PageOf {
  let known: PageOf | undefined;
  return (path) => {
    known ??= read(join(folder, 'routes.json'));
    return (known ?? onlyDoors)(path);
  };
}

const onlyDoors: PageOf = (path) => (path === '/' ? 'participant' : path === '/staff' ? 'staff' : undefined);

const read = (file: string): PageOf | undefined =>
  existsSync(file) ? readRoutes(readFileSync(file, 'utf8')) : undefined;
