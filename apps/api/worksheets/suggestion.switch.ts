/**
 * Whether suggestions are shown to a participant: they are an intervention of their own, which a protocol may keep from an
 * arm. Whoever knows the protocol answers; on where nobody does.
 */
export abstract class SuggestionSwitch {
  abstract isOn(studyId: string, participantId: string): Promise<boolean>;
}

/** No protocol says otherwise. */
export class SuggestionsOn extends SuggestionSwitch {
  override async isOn(): Promise<boolean> {
    return true;
  }
}
