import type { PersonQuery } from './person.generated.ts';

/** A piece of homework on a person's page. */
export type Homework = PersonQuery['assignments']['nodes'][number];
