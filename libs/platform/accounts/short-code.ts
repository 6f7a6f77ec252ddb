import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, and what is read for them counts. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Random characters: 35 bits. Guessing is counted and stopped long before a hit, and a code lives for hours. */
const RANDOM = 7;

/** A code to read out or to type: seven random characters and one that tells mistyping, as `ABCD-EFGH`. */
export function makeShortCode(): string {
  const text = Array.from({ length: RANDOM }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}${checkOf(text)}`;
}

/** @returns the code in its one form, or undefined where it cannot be one: mistyped, too long, other characters. */
export function readShortCode(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== RANDOM + 1 || [...text].some((letter) => !ALPHABET.includes(letter))) return undefined;
  return checkOf(text.slice(0, RANDOM)) === text.charAt(RANDOM) ? text : undefined;
}

/** Weighted sum modulo 32: odd weights tell every single wrong character and most swaps of neighbours. */
function checkOf(text: string): string {
  const sum = [...text].reduce((total, letter, at) => total + ALPHABET.indexOf(letter) * (2 * at + 1), 0);
  return ALPHABET.charAt(sum % ALPHABET.length);
}
