import { z } from 'zod';
import { id, label, timeZone } from '../kernel/primitives.ts';
import { type Decider, type Decision, type StudyStanding, refuse } from '../kernel/decider.ts';
import { type StudyEvent, studyEvents, studyUpcasts } from './study.events.ts';

export const studyCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RegisterStudy'), studyId: id, title: label, timeZone }),
  z.strictObject({
    type: z.literal('PublishProtocol'),
    studyId: id,
    version: z.int().min(1),
    changes: label,
    reason: label,
  }),
  z.strictObject({ type: z.literal('OpenSite'), studyId: id, siteId: id, name: label, timeZone }),
  z.strictObject({
    type: z.literal('PublishAdherenceDefinition'),
    studyId: id,
    definitionId: id,
    version: z.int().min(1),
    definition: z.record(z.string(), z.json()),
  }),
]);
export type StudyCommand = z.infer<typeof studyCommands>;

export interface StudyState extends StudyStanding {
  readonly studyId: string;
  /** Definition id → its newest published version. */
  readonly definitions: Readonly<Record<string, number>>;
}

const initialState: StudyState = {
  registered: false,
  studyId: '',
  timeZone: 'UTC',
  protocolVersion: 0,
  openSites: [],
  siteZones: {},
  definitions: {},
};

function decide(command: StudyCommand, state: StudyState): Decision<StudyEvent> {
  if (command.type === 'RegisterStudy') {
    if (state.registered) return refuse('StudyAlreadyRegistered');
    const { studyId, title, timeZone: zone } = command;
    return [{ type: 'StudyRegistered', data: { studyId, title, timeZone: zone } }];
  }
  if (!state.registered) return refuse('StudyNotRegistered');
  switch (command.type) {
    case 'PublishProtocol': {
      const next = state.protocolVersion + 1;
      if (command.version !== next) return refuse('ProtocolVersionOutOfOrder', { next });
      const { version, changes, reason } = command;
      return [{ type: 'ProtocolPublished', data: { version, changes, reason } }];
    }
    case 'OpenSite': {
      if (state.openSites.includes(command.siteId)) return refuse('SiteAlreadyOpen');
      const { siteId, name, timeZone: zone } = command;
      return [{ type: 'SiteOpened', data: { siteId, name, timeZone: zone } }];
    }
    case 'PublishAdherenceDefinition': {
      const { definitionId, version, definition } = command;
      const newest = Object.hasOwn(state.definitions, definitionId) ? (state.definitions[definitionId] ?? 0) : 0;
      if (version <= newest) return refuse('DefinitionVersionExists', { newest });
      if (version !== newest + 1) return refuse('DefinitionVersionOutOfOrder', { next: newest + 1 });
      return [{ type: 'AdherenceDefinitionPublished', data: { definitionId, version, definition } }];
    }
  }
}

function evolve(state: StudyState, event: StudyEvent): StudyState {
  switch (event.type) {
    case 'StudyRegistered':
      return { ...state, registered: true, studyId: event.data.studyId, timeZone: event.data.timeZone };
    case 'ProtocolPublished':
      return { ...state, protocolVersion: event.data.version };
    case 'SiteOpened':
      return {
        ...state,
        openSites: [...state.openSites, event.data.siteId],
        siteZones: { ...state.siteZones, [event.data.siteId]: event.data.timeZone },
      };
    case 'AdherenceDefinitionPublished':
      return { ...state, definitions: { ...state.definitions, [event.data.definitionId]: event.data.version } };
  }
}

export const studyDecider: Decider<StudyCommand, StudyState, StudyEvent> = {
  category: 'study',
  events: studyEvents,
  upcasts: studyUpcasts,
  commands: studyCommands,
  initialState,
  idOf: (command) => command.studyId,
  subjectOf: (command) => ({ studyId: command.studyId }),
  decide,
  evolve,
};
