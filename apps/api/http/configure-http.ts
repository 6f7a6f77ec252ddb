import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, projectFolder } from '#platform';
import { documentsById } from '../web/documents.by-id.ts';
import { webPages } from '../web/web.pages.ts';
import { consolePages } from './console-pages.ts';
import { jsonBody, jsonBodyRefusal } from './json-body.ts';
import { onlyOwnPages } from './own-pages.ts';
import { onlyThisComputer } from './same-computer.ts';
import { securityHeaders } from './security-headers.ts';

type HttpSettings = Pick<Config, 'demonstration' | 'publicUrl' | 'trustedProxies'>;

/** Everything a request meets before Nest. To be called before `init` or `listen`. */
export function configureHttp(app: NestExpressApplication, config: HttpSettings): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustedProxies.length === 0 ? false : [...config.trustedProxies]);
  app.use(securityHeaders);
  if (config.demonstration) app.use(onlyThisComputer);
  app.use(webPages(join(projectFolder(), 'dist', 'web')));
  app.use(consolePages(join(projectFolder(), 'dist', 'console')));
  app.use(['/graphql', '/sign-in'], onlyOwnPages(config), jsonBody, jsonBodyRefusal);
  app.use('/live', onlyOwnPages(config));
  app.use('/graphql', documentsById);
  app.use('/mail', jsonBody, jsonBodyRefusal);
}
