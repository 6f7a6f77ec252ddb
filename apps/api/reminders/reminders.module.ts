import { Module } from '@nestjs/common';
import { OpenedController } from './opened.controller.ts';

@Module({ controllers: [OpenedController] })
export class RemindersModule {}
