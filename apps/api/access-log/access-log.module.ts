import { Global, Module } from '@nestjs/common';
import { Engine } from '#platform';
import { ParticipantStudies } from './participant-studies.ts';

/** What the record of access needs besides `Identity`. */
@Global()
@Module({
  providers: [
    {
      provide: ParticipantStudies,
      inject: [Engine],
      useFactory: ({ store }: Engine) => new ParticipantStudies(store),
    },
  ],
  exports: [ParticipantStudies],
})
export class AccessLogModule {}
