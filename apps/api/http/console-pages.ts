import { join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';

/** Nobody can change what such a name holds: it is a hash of it. */
const FOR_EVER = { immutable: true, maxAge: '365d' } as const;

/**
 * The pages for browsers, from the folder `npm run build` makes: what this is at `/console`, GraphiQL at `/graphql` for those who
 * ask for HTML. Where the folder is not there, a line of text says so.
 */
export function consolePages(folder: string): Router {
  const router = express.Router();
  router.use(
    '/console/assets',
    express.static(join(folder, 'assets'), { ...FOR_EVER, index: false, cacheControl: true, setHeaders: keep }),
  );
  router.get('/console', page(join(folder, 'index.html')));
  router.get('/sign-in', page(join(folder, 'sign-in.html')));
  router.get('/graphql', (request, response, next) => {
    if (request.query['query'] !== undefined || request.accepts(['json', 'html']) !== 'html') next();
    else void page(join(folder, 'graphiql.html'))(request, response, next);
  });
  return router;
}

function keep(response: Response): void {
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
}

function page(file: string): RequestHandler {
  return (_request, response) => {
    response.sendFile(file, { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }, (error) => {
      if (error === undefined || response.headersSent) return;
      response
        .status(200)
        .type('text/plain')
        .send('Intersession is running; POST a query to /graphql. Its pages are not built here: npm run build.\n');
    });
  };
}
