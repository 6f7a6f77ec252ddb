import { Injectable } from '@nestjs/common';
import { type Asking, PlatformFeatures } from '../features/platform.features.ts';

/**
 * Whether suggestions are shown of a participant to whoever asks: they are an intervention of their own, which a protocol
 * may keep from an arm.
 */
export abstract class SuggestionSwitch {
  abstract isOn(studyId: string, participantId: string, asking: Asking): Promise<boolean>;
}

/** As the protocol in force has it; on where there is none. */
@Injectable()
export class ProtocolSuggestions extends SuggestionSwitch {
  constructor(private readonly features: PlatformFeatures) {
    super();
  }

  override async isOn(studyId: string, participantId: string, asking: Asking): Promise<boolean> {
    return (await this.features.having('recommendations', studyId, [participantId], asking)).has(participantId);
  }
}
