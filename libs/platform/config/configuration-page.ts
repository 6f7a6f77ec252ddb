import { environmentSchema, variableNotes } from './config.schema.ts';

/** Markdown of docs/configuration.md, from the schema. */
export function configurationPage(): string {
  const rows = Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const note = variableNotes.get(schema);
    if (note === undefined) throw new Error(`${name} has no note`);
    return `| \`${name}\` | ${note.purpose} | ${capitalised(note.expected)}. | ${capitalised(note.absent)}. |`;
  });
  return [
    '# Configuration',
    '',
    'Intersession reads these environment variables once, at start. A value that cannot be used is refused by name, before anything is opened. An empty variable counts as absent.',
    '',
    '| variable | what it is for | what is expected | when absent |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '## Where the embedded PostgreSQL keeps its data',
    '',
    'In `DATA_DIR/postgres`: `data`, its `log`, the random passwords (`credentials.json`, readable by its owner only) and the `port`. It listens on 127.0.0.1 only. PostgreSQL refuses to run as root, so root starts it as EMBEDDED_POSTGRES_USER. Where that user cannot enter DATA_DIR (a project below `/root`, say), the data live in `/var/lib/intersession/<project>-<hash>` instead, beside a copy of the PostgreSQL binaries; `DATA_DIR/postgres.location` holds the place, and the start prints it. A project that is moved keeps its data; a copied one is refused until that file is deleted.',
    '',
    'Any number of processes may use it at once; the last one stops it. A server left over by a killed process is used again by the next.',
    '',
    'This page is generated from `libs/platform/config/config.schema.ts` by `npm run generate`.',
    '',
  ].join('\n');
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
