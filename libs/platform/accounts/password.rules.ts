import { GUESSED_PASSWORDS } from './guessed-passwords.ts';

/** Length in characters (code points), as NIST SP 800-63B counts. */
const SHORTEST = 12;
const LONGEST = 128;

/** Rows of keyboards and other orders that people take for secrets. */
const ORDERS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv'];

/**
 * Whether a password may be used, after NIST SP 800-63B section 3.1.1: length, and nothing that is guessed first. No rules
 * of composition, no expiry.
 * @param about words that stand for this person or place; a password is not to be one of them with little added
 * @returns what is wrong, completing "the password …"; undefined when it may be used
 */
export function passwordProblem(password: string, about: readonly string[] = []): string | undefined {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length < SHORTEST) return `needs at least ${SHORTEST} characters; several words do well`;
  if (length > LONGEST) return `may have at most ${LONGEST} characters`;
  if (/\p{Cc}/u.test(text)) return 'may not hold control characters';
  const folded = text.toLowerCase();
  const letters = folded.replace(/[^\p{L}\p{N}]/gu, '');
  if (GUESSED_PASSWORDS.has(letters) || GUESSED_PASSWORDS.has(folded)) return 'is one that is guessed first';
  if (isRepeated(letters) || isInOrder(letters)) return 'is a repetition or a row of keys';
  const word = about.map((name) => name.toLowerCase()).find((name) => name.length > 3 && isMostly(folded, name));
  return word === undefined ? undefined : 'is too near to the sign-in name or the name of this program';
}

/** One piece over and over: `abcabcabcabc`, `aaaaaaaaaaaa`. */
function isRepeated(text: string): boolean {
  return text.length === 0 || /^(.{1,6})\1+.{0,5}$/u.test(text);
}

/** Runs along an alphabet or a keyboard, up or down, that leave little else. */
function isInOrder(text: string): boolean {
  let left = text;
  for (const order of ORDERS) {
    for (const line of [order, [...order].reverse().join('')]) {
      for (let size = Math.min(line.length, left.length); size >= 4; size -= 1) {
        for (let at = 0; at + size <= line.length; at += 1) left = left.replaceAll(line.slice(at, at + size), '');
      }
    }
  }
  return left.length < 4;
}

const isMostly = (text: string, word: string): boolean => text.replaceAll(word, '').length < 6 && text.includes(word);
