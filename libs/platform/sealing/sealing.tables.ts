import { MasterKeyCheckRow, ParticipantKeyRow } from './participant-key.entity.ts';
import { CreateParticipantKeys1767225660000 } from './participant-keys.migration.ts';

/** For the data source that holds the keys. */
export const sealingEntities = [ParticipantKeyRow, MasterKeyCheckRow];
export const sealingMigrations = [CreateParticipantKeys1767225660000];
