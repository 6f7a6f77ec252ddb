import { Module } from '@nestjs/common';
import { SiteCopiesController } from './site-copies.controller.ts';

/** Certified copies of the record of a site, for the site. */
@Module({ controllers: [SiteCopiesController] })
export class SiteCopiesModule {}
