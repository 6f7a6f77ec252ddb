import type { Catalogue } from '../../language/messages.ts';
import { SET_UP_EN, type SetUpKey } from './setup.messages.en.ts';
import { SET_UP_SV } from './setup.messages.sv.ts';

export type { SetUpKey };
export const setUpMessages: Catalogue<SetUpKey> = { en: SET_UP_EN, sv: SET_UP_SV };
