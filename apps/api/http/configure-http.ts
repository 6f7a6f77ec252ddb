import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, projectFolder } from '#platform';
import { consolePages } from './console-pages.ts';
import { jsonBody, jsonBodyRefusal } from './json-body.ts';
import { onlyThisComputer } from './same-computer.ts';
import { securityHeaders } from './security-headers.ts';

/** Everything a request meets before Nest. To be called before `init` or `listen`. */
export function configureHttp(app: NestExpressApplication, { demonstration }: Pick<Config, 'demonstration'>): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders);
  if (demonstration) app.use(onlyThisComputer);
  app.use(consolePages(join(projectFolder(), 'dist', 'console')));
  app.use('/graphql', jsonBody, jsonBodyRefusal);
}
