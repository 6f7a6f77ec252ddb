import type { Catalogue } from '../../language/messages.ts';
import { BOARD_EN } from './study.messages.en.ts';
import { BOARD_SV } from './study.messages.sv.ts';

/** Words of the study board. */
export const studyMessages: Catalogue<keyof typeof BOARD_EN> = { en: BOARD_EN, sv: BOARD_SV };
