import { z } from 'zod';
import { id, label } from '../kernel/primitives.ts';
import { type Decider, type Decision, type Given, refuse } from '../kernel/decider.ts';
import { type TemplateEvent, templateEvents, templateUpcasts } from './template.events.ts';

export const templateCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('DraftTemplate'), ...templateEvents.TemplateDrafted.data.shape }),
  z.strictObject({ type: z.literal('PublishTemplate'), templateId: id, version: z.int().min(1) }),
  z.strictObject({ type: z.literal('RetireTemplate'), templateId: id, reason: label }),
]);
export type TemplateCommand = z.infer<typeof templateCommands>;

export interface TemplateState {
  readonly status: 'none' | 'in-use' | 'retired';
  readonly studyId?: string;
  /** Whether there is a draft newer than the published version. */
  readonly drafted: boolean;
  /** Newest published version; 0 before the first. */
  readonly published: number;
}

function decide(command: TemplateCommand, state: TemplateState, given: Given): Decision<TemplateEvent> {
  if (state.status === 'retired') return refuse('TemplateRetired');
  switch (command.type) {
    case 'DraftTemplate': {
      if (!given.study.registered) return refuse('StudyNotRegistered', { studyId: command.studyId });
      if (state.studyId !== undefined && state.studyId !== command.studyId) return refuse('TemplateExists');
      const { type: _, ...data } = command;
      return [{ type: 'TemplateDrafted', data }];
    }
    case 'PublishTemplate': {
      if (state.status === 'none') return refuse('TemplateNotFound');
      if (!state.drafted) return refuse('TemplateNotDrafted', { published: state.published });
      const next = state.published + 1;
      if (command.version !== next) return refuse('TemplateVersionOutOfOrder', { next });
      return [{ type: 'TemplatePublished', data: { version: command.version } }];
    }
    case 'RetireTemplate':
      if (state.status === 'none') return refuse('TemplateNotFound');
      return [{ type: 'TemplateRetired', data: { reason: command.reason } }];
  }
}

function evolve(state: TemplateState, event: TemplateEvent): TemplateState {
  switch (event.type) {
    case 'TemplateDrafted':
      return { ...state, status: 'in-use', drafted: true, studyId: event.data.studyId };
    case 'TemplatePublished':
      return { ...state, drafted: false, published: event.data.version };
    case 'TemplateRetired':
      return { ...state, status: 'retired' };
  }
}

function misfit(state: TemplateState, event: TemplateEvent): string | undefined {
  if (state.status === 'retired') return 'templateId';
  switch (event.type) {
    case 'TemplateDrafted':
      return state.studyId === undefined || state.studyId === event.data.studyId ? undefined : 'studyId';
    case 'TemplatePublished':
      return state.drafted && event.data.version === state.published + 1 ? undefined : 'version';
    case 'TemplateRetired':
      return state.status === 'none' ? 'templateId' : undefined;
  }
}

export const templateDecider: Decider<TemplateCommand, TemplateState, TemplateEvent> = {
  category: 'template',
  events: templateEvents,
  upcasts: templateUpcasts,
  keys: ['templateId', 'studyId'],
  commands: templateCommands,
  initialState: { status: 'none', drafted: false, published: 0 },
  idOf: (command) => command.templateId,
  subjectOf: (command, state) => ({ studyId: command.type === 'DraftTemplate' ? command.studyId : state.studyId }),
  decide,
  evolve,
  misfit,
};
