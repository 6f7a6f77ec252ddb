/**
 * Lets Node run the TypeScript sources without a build:
 * `node --conditions=source --import ./scripts/typescript.mjs apps/api/main.ts`.
 * Types are not checked here; `npm run check` does that.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
