import { commandResolver } from '../commands/command-resolver.factory.ts';
import { checkTemplate } from './template-input.ts';

/** Commands that write to homework templates. */
export const TemplateCommandsResolver = commandResolver('TemplateCommandsResolver', {
  DraftTemplate: {
    allow: 'template:write',
    does: 'Writes or changes a homework template.',
    takes: 'A draft: a worksheet in the format of the library.',
    derives: 'templateId',
    check: checkTemplate,
  },
  PublishTemplate: {
    allow: 'template:write',
    does: 'Puts the draft into use as the next version.',
    takes: 'A version.',
  },
  RetireTemplate: {
    allow: 'template:write',
    does: 'Takes a template out of use.',
    takes: 'Why it is retired.',
  },
});
