/** Why a release that is there is not handed out. */
export type WhyKept = 'arms' | 'not-made' | 'not-to-be' | 'recalled' | 'expired' | 'elsewhere' | 'damaged';

interface Told {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const TOLD: Readonly<Record<WhyKept, Told>> = {
  arms: { status: 403, code: 'FORBIDDEN', message: 'The archive holds arms, and those are not for you to know.' },
  'not-made': { status: 409, code: 'RELEASE_NOT_MADE', message: 'The archive is not made yet.' },
  'not-to-be': { status: 409, code: 'RELEASE_NOT_MADE', message: 'There is no archive: the release was given up.' },
  recalled: { status: 410, code: 'RELEASE_RECALLED', message: 'The release was recalled and is to be used no more.' },
  expired: { status: 410, code: 'RELEASE_EXPIRED', message: 'The time for which the data could be kept is over.' },
  elsewhere: { status: 404, code: 'NO_ARCHIVE', message: 'The archive of this release is not on this server.' },
  damaged: {
    ...{ status: 409, code: 'ARCHIVE_DAMAGED' },
    message: 'The archive on this server is not what was released. Nothing was handed out.',
  },
};

/** A release is there and stays here. */
export class ReleaseKept extends Error {
  override readonly name = 'ReleaseKept';
  readonly status: number;
  readonly code: string;

  /** @param detail what the record says about it */
  constructor(
    readonly why: WhyKept,
    detail: string | null = null,
  ) {
    const { status, code, message } = TOLD[why];
    super(detail === null ? message : `${message} (${detail})`);
    this.status = status;
    this.code = code;
  }
}
