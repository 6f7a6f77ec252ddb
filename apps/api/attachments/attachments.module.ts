import { Module } from '@nestjs/common';
import { AttachmentStore, type Config, CONFIG } from '#platform';
import { AttachmentReach } from './attachment.reach.ts';
import { AttachmentService } from './attachment.service.ts';
import { AttachmentSweep } from './attachment.sweep.ts';
import { AttachmentsController } from './attachments.controller.ts';

/** Uploads and downloads of attachments. What is on record of them is asked for by GraphQL. */
@Module({
  controllers: [AttachmentsController],
  providers: [
    AttachmentReach,
    AttachmentService,
    AttachmentSweep,
    {
      provide: AttachmentStore,
      inject: [CONFIG],
      useFactory: ({ attachments: { folder, mostBytes } }: Config) => new AttachmentStore(folder, mostBytes),
    },
  ],
})
export class AttachmentsModule {}
