import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fact } from '#domain';
import { RecordColumns } from '../kernel/person.columns.ts';
import { INSTANT, KEY, NULL, type SealedText } from '../kernel/row.columns.ts';

type Opened = Fact<'QueryOpened'>['data'];

/** A discrepancy query: what is doubted, and how far it has come. */
@Entity('queries')
@Index(['studyId', 'status'])
@Index(['participantId'])
export class QueryRow extends RecordColumns {
  @PrimaryColumn('text', { name: 'query_id', ...KEY })
  queryId!: string;

  @Column('text', { name: 'status', ...KEY })
  status!: 'open' | 'answered' | 'closed';

  @Column('text', { name: 'kind', ...KEY })
  kind!: Opened['kind'];

  /** The kind of record doubted. */
  @Column('text', { name: 'category', ...KEY, ...NULL })
  category!: string | null;

  @Column('text', { name: 'record_id', ...KEY, ...NULL })
  recordId!: string | null;

  @Column('text', { name: 'entry_id', ...KEY, ...NULL })
  entryId!: string | null;

  @Column('text', { name: 'field', ...KEY, ...NULL })
  field!: string | null;

  /** The rule that found it; null where a person did. */
  @Column('text', { name: 'rule_id', ...KEY, ...NULL })
  ruleId!: string | null;

  @Column('simple-json', { name: 'question' })
  question!: SealedText;

  @Column('simple-json', { name: 'answer', ...NULL })
  answer!: SealedText | null;

  @Column('text', { name: 'outcome', ...KEY, ...NULL })
  outcome!: Fact<'QueryClosed'>['data']['outcome'] | null;

  @Column('timestamptz', { name: 'opened_at', ...INSTANT })
  openedAt!: string;

  @Column('text', { name: 'opened_by', ...KEY })
  openedBy!: string;

  @Column('timestamptz', { name: 'answered_at', ...INSTANT, ...NULL })
  answeredAt!: string | null;

  @Column('timestamptz', { name: 'closed_at', ...INSTANT, ...NULL })
  closedAt!: string | null;
}
