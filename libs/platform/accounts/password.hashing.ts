import { hash, verify } from '@node-rs/argon2';

/** Argon2id as the OWASP password storage cheat sheet has it (second of its equal settings): 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Stands in where there is no password to compare with, so that an unknown name costs what a known one does. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$aW50ZXJzZXNzaW9uLW5vYm9keQ$Y2Fubm90LWJlLWFueS1wYXNzd29yZC1hdC1hbGwtISE';

/** Compares and makes password hashes; specs count. */
export interface PasswordHashing {
  /** A PHC string. */
  hash(password: string): Promise<string>;
  /** @param stored null where there is none: the answer is no, after the same work. */
  matches(stored: string | null, password: string): Promise<boolean>;
}

const plain = (password: string): string => password.normalize('NFKC');

export const argon2Hashing: PasswordHashing = {
  hash: (password) => hash(plain(password), ARGON2ID),
  async matches(stored, password) {
    const equal = await verify(stored ?? NOBODY, plain(password));
    return stored !== null && equal;
  },
};
