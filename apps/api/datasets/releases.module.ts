import { Module } from '@nestjs/common';
import { ReleaseArchives } from './release.archives.ts';
import { ReleasesController } from './releases.controller.ts';

/** Archives of releases, handed out as files. */
@Module({ controllers: [ReleasesController], providers: [ReleaseArchives] })
export class ReleasesModule {}
