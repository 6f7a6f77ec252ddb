import type { Catalogue } from '../../language/messages.ts';
import { OPERATOR_EN, type OperatorKey } from './operator.messages.en.ts';
import { OPERATOR_SV } from './operator.messages.sv.ts';

export type { OperatorKey };
export const operatorMessages: Catalogue<OperatorKey> = { en: OPERATOR_EN, sv: OPERATOR_SV };
