import type { Catalogue } from '../../language/messages.ts';
import { DATA_EN, type DataKey } from './data.messages.en.ts';
import { DATA_SV } from './data.messages.sv.ts';

export type { DataKey };
export const dataMessages: Catalogue<DataKey> = { en: DATA_EN, sv: DATA_SV };
