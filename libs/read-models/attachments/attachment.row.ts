import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

/** A photo or a recording that belongs to a piece of homework. What is in it is kept encrypted, apart from the log. */
@Entity('attachments')
@Index(['participantId', 'occurredAt'])
@Index(['studyId', 'occurredAt'])
@Index(['stream'])
export class AttachmentRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'assignment_id', ...KEY })
  assignmentId!: string;

  @PrimaryColumn('text', { name: 'attachment_id', ...KEY })
  attachmentId!: string;

  @Column('text', { name: 'attempt_id', ...KEY, ...NULL })
  attemptId!: string | null;

  @Column('text', { name: 'kind', ...KEY })
  kind!: Fact<'AttachmentStored'>['data']['kind'];

  /** As its content says, whatever it was called. */
  @Column('text', { name: 'media_type', ...KEY })
  mediaType!: string;

  @Column('integer', { name: 'bytes' })
  bytes!: number;

  /** Of what was sent, in hexadecimal. */
  @Column('simple-json', { name: 'sha256' })
  sha256!: SealedText;

  /** In words, for those who cannot see or hear it. */
  @Column('simple-json', { name: 'description', ...NULL })
  description!: SealedText | null;

  @Column('timestamptz', { name: 'occurred_at', ...INSTANT })
  occurredAt!: string;

  @Column('timestamptz', { name: 'recorded_at', ...INSTANT })
  recordedAt!: string;
}
