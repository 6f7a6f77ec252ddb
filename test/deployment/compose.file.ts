import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  profiles: z.array(z.string()),
  environment: z.record(z.string(), scalar).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  command: z.array(z.string()).default([]),
  user: z.string().optional(),
  read_only: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  restart: z.string().optional(),
  deploy: z.object({ replicas: z.number() }).optional(),
});
export type ComposeService = z.infer<typeof service>;

const file = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
export type ComposeFile = z.infer<typeof file>;

/** docker-compose.yml as YAML gives it, merge keys resolved. */
export function composeDocument(): unknown {
  return parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
}

/** docker-compose.yml as Compose reads it where no variable is set. */
export function composeFile(): ComposeFile {
  return file.parse(interpolated(composeDocument()));
}

/** `${NAME:-value}` is its value; `$$` is a dollar. @throws for a variable without a default, which would fail every profile */
function interpolated(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\$(\$|\{(\w+)(?::-([^}]*))?\})/g, replacement);
  if (Array.isArray(value)) return value.map(interpolated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolated(inner)]));
}

function replacement(_: string, what: string, name: string | undefined, fallback: string | undefined): string {
  if (what === '$') return '$';
  if (fallback === undefined) throw new Error(`${name ?? what} has no default`);
  return fallback;
}
