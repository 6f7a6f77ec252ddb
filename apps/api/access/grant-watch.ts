import { Injectable } from '@nestjs/common';
import type { Position } from '#event-store';

/**
 * How far the log is known to have changed rights. Whoever asks for rights waits until the read models have come this
 * far, so that what was granted or taken away holds from the next request on, also within an open session.
 */
@Injectable()
export class GrantWatch {
  #last: Position | undefined;

  get last(): Position | undefined {
    return this.#last;
  }

  /** Something was written that rights may follow from. */
  changed(position: Position): void {
    if (this.#last === undefined || position > this.#last) this.#last = position;
  }
}

/** Commands after which somebody may have other rights. */
export const CHANGES_RIGHTS: ReadonlySet<string> = new Set([
  ...['RegisterStudy', 'AppointStaff', 'RemoveStaff', 'CoverCaseload', 'NameSupervisor', 'ReleaseSupervisor'],
  ...['AssignRatingSample', 'AssignTherapist', 'LinkPerson', 'ChangeSharing', 'ScreenParticipant', 'EnrolParticipant'],
  ...['GiveConsent', 'WithdrawConsent', 'CorrectEntry', 'VoidEntry'],
]);
