import { writeFile } from 'node:fs/promises';
import { seeded } from '#simulator';

/** The mapping that reads such a file. */
export const MAPPING = 'examples/imports/g-icbt.mapping.json';
export const IMPORTED_STUDY = 'g-icbt';

const HEADER =
  ',Anonymized ID,sessionlogtimestampstart,sessionlogtimestampend,session_duration,time_since_last_session,Label';
const SECOND = 1_000;
const DAY = 86_400 * SECOND;

export interface SyntheticLog {
  readonly rows: number;
  readonly participants: number;
}

/** Writes a log of the shape of the G-ICBT file: everything is made up, and the same seed gives the same file. */
export async function writeSyntheticLog(path: string, size: SyntheticLog, seed = 20_260_105): Promise<void> {
  const random = seeded(seed);
  const last = new Map<number, number>();
  const lines = Array.from({ length: size.rows }, (_, number) => {
    const who = number % size.participants;
    const before = last.get(who) ?? Date.UTC(2_020, 7, 1) + random.integer(0, 60) * DAY;
    const start = before + random.integer(3_600, 5 * 86_400) * SECOND;
    const seconds = random.integer(20, 7_200);
    last.set(who, start + seconds * SECOND);
    const end = moment(start + seconds * SECOND);
    return [number, who, moment(start), end, length(seconds), length((start - before) / SECOND), who % 2].join(',');
  });
  await writeFile(path, `${[HEADER, ...lines].join('\n')}\n`);
}

const moment = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
const length = (seconds: number) =>
  `${Math.floor(seconds / 86_400)} days ${two((seconds % 86_400) / 3_600)}:${two((seconds % 3_600) / 60)}:${two(seconds % 60)}`;
