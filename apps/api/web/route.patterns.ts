import { z } from 'zod';

/** `routes.json` of the built web app: addresses, in which `:name` stands for one part. */
const routesSchema = z.record(z.string().regex(/^[a-z-]+$/), z.array(z.string().startsWith('/')));

/** Which page an address shows: nothing for those that show none. */
export type PageOf = (path: string) => string | undefined;

/** @param text of `routes.json` @throws for what the build would not write */
export function readRoutes(text: string): PageOf {
  const routes = Object.entries(routesSchema.parse(JSON.parse(text))).flatMap(([page, patterns]) =>
    patterns.map((pattern) => ({ page, expression: expressionOf(pattern) })),
  );
  return (path) => routes.find(({ expression }) => expression.test(path))?.page;
}

function expressionOf(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => (part.startsWith(':') ? '[^/]{1,200}' : literal(part)));
  return new RegExp(`^${parts.join('/')}/?$`);
}

const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
