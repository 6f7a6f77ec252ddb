import { Column, PrimaryColumn } from 'typeorm';
import { type FoldRow, KEY, NULL } from './row.columns.ts';

/** A folded record with a key of its own: its stream, whose it is, and where. Places are what its events say; null where they say none. */
export abstract class RecordColumns implements FoldRow {
  @Column('text', { name: 'stream', ...KEY })
  stream!: string;

  @Column('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;
}

/** The beginning of a key that leads from a participant. Places as of `RecordColumns`. */
export abstract class ParticipantColumns {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'study_id', ...KEY, ...NULL })
  studyId!: string | null;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;
}

/** As `ParticipantColumns`, for rows that only enrolled participants have. */
export abstract class EnrolledColumns {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @Column('text', { name: 'study_id', ...KEY })
  studyId!: string;

  @Column('text', { name: 'site_id', ...KEY, ...NULL })
  siteId!: string | null;
}
