import { describe, it } from '@jest/globals';
import { specificationOf } from '../kernel/decider.specification.ts';
import { type StudyCommand, studyDecider } from './study.decider.ts';
import type { StudyEvent } from './study.events.ts';

const { given } = specificationOf(studyDecider);
const studyId = 'stress';
const registered: StudyEvent = { type: 'StudyRegistered', data: { studyId, title: 'Stress', timeZone: 'Europe/Rome' } };
const register: StudyCommand = { type: 'RegisterStudy', studyId, title: 'Stress', timeZone: 'Europe/Rome' };
const protocol = (version: number): StudyEvent => ({
  type: 'ProtocolPublished',
  data: { version, changes: 'A', reason: 'B' },
});
const publish = (version: number): StudyCommand => ({
  type: 'PublishProtocol',
  studyId,
  version,
  changes: 'A',
  reason: 'B',
});
const site = { siteId: 'north', name: 'North clinic', timeZone: 'Europe/Helsinki' };
const define = (version: number): StudyCommand => ({
  type: 'PublishAdherenceDefinition',
  studyId,
  definitionId: 'days',
  version,
  definition: { clauses: [] },
});
const defined = (version: number): StudyEvent => ({
  type: 'AdherenceDefinitionPublished',
  data: { definitionId: 'days', version, definition: { clauses: [] } },
});

describe('a study', () => {
  it('is registered once', () => {
    given().when(register).then(registered);
    given(registered).when(register).thenRefused('StudyAlreadyRegistered');
  });

  it('must be registered before anything else', () => {
    for (const command of [publish(1), define(1), { type: 'OpenSite' as const, studyId, ...site }]) {
      given().when(command).thenRefused('StudyNotRegistered');
    }
  });

  it('publishes protocol versions in order', () => {
    given(registered).when(publish(1)).then(protocol(1));
    given(registered, protocol(1)).when(publish(2)).then(protocol(2));
    given(registered).when(publish(2)).thenRefused('ProtocolVersionOutOfOrder', { next: 1 });
    given(registered, protocol(1)).when(publish(1)).thenRefused('ProtocolVersionOutOfOrder', { next: 2 });
  });

  it('opens a site once', () => {
    const open: StudyCommand = { type: 'OpenSite', studyId, ...site };
    given(registered).when(open).then({ type: 'SiteOpened', data: site });
    given(registered, { type: 'SiteOpened', data: site }).when(open).thenRefused('SiteAlreadyOpen');
  });

  it('publishes each definition in versions of its own, in order', () => {
    given(registered).when(define(1)).then(defined(1));
    given(registered, defined(1)).when(define(1)).thenRefused('DefinitionVersionExists', { newest: 1 });
    given(registered, defined(1)).when(define(3)).thenRefused('DefinitionVersionOutOfOrder', { next: 2 });
    given(registered, defined(1)).when(define(2)).then(defined(2));
  });
});
