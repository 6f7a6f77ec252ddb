import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { Opener } from '../sealing/event.sealing.ts';
import { ParticipantKeys } from '../sealing/participant.keys.ts';
import { CommandExecutor } from './command.executor.ts';
import { CommandRefused } from './command.error.ts';
import { Execute } from './execute.command.ts';
import { ExecuteModule } from './execute.module.ts';
import { enrol, install, registerStudy } from './executor.specification.ts';

describe('the module', () => {
  it('carries commands from the bus to the log, and refusals back', async () => {
    const { store, keys, log } = await install();
    const module = await Test.createTestingModule({
      imports: [ExecuteModule.register({ useFactory: () => ({ store, keys }) })],
    }).compile();
    await module.init();
    const bus = module.get(CommandBus);
    const { category, command, context } = registerStudy();
    const receipt = await bus.execute(new Execute(category, command, context));
    expect(receipt).toMatchObject({ commandId: context.commandId, stream: 'study-stress', revision: 0 });
    expect(await module.get(CommandExecutor).execute(registerStudyAgain())).toEqual(receipt);
    const twice = registerStudy();
    await expect(bus.execute(new Execute('study', twice.command, twice.context))).rejects.toThrow(CommandRefused);
    await module.get(CommandExecutor).execute(enrol());
    expect(await log()).toHaveLength(2);
    expect(module.get(ParticipantKeys)).toBe(keys);
    expect(module.get(Opener)).toBeInstanceOf(Opener);
    await module.close();

    function registerStudyAgain() {
      return { category, command, context };
    }
  });
});
