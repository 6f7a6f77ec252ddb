import { Entity, PrimaryColumn } from 'typeorm';
import { KEY } from '../kernel/row.columns.ts';

/** Which streams speak of a person. */
@Entity('fact_people')
export class FactPersonRow {
  @PrimaryColumn('text', { name: 'participant_id', ...KEY })
  participantId!: string;

  @PrimaryColumn('text', { name: 'stream', ...KEY })
  stream!: string;
}
