import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A participant's data key, wrapped by the master key. Once destroyed the row stays, without the key. */
@Entity('participant_keys')
@Check('participant_key_or_destroyed', '(wrapped_key IS NULL) = (destroyed_at IS NOT NULL)')
export class ParticipantKeyRow {
  @PrimaryColumn('text', { name: 'participant_id', collation: 'C' })
  participantId!: string;

  @Column('text', { name: 'master_key_id' })
  masterKeyId!: string;

  /** Nonce, wrapped key and tag of AES-256-GCM; null once destroyed. */
  @Column('bytea', { name: 'wrapped_key', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'destroyed_at', precision: 3, nullable: true })
  destroyedAt!: Date | null;
}

/** By which a wrong master key is told before it does harm. One row: the key this database is sealed under. */
@Entity('master_key_check')
@Check('one_master_key', '"only"')
export class MasterKeyCheckRow {
  @PrimaryColumn('boolean', { name: 'only' })
  only!: boolean;

  @Column('text', { name: 'master_key_id' })
  masterKeyId!: string;

  /** HMAC of a fixed text under the master key, in hexadecimal. */
  @Column('text', { name: 'check_value' })
  checkValue!: string;
}
