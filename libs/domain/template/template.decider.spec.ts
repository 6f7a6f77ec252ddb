import { describe, expect, it } from '@jest/globals';
import { specificationOf, studyWith } from '../kernel/decider.specification.ts';
import { type TemplateCommand, templateDecider } from './template.decider.ts';
import type { TemplateEvent } from './template.events.ts';

const { given } = specificationOf(templateDecider);
const templateId = 'thought-record';
const what = { templateId, studyId: 'stress', title: 'Thought record', content: { fields: [] } };
const draft: TemplateCommand = { type: 'DraftTemplate', ...what };
const drafted: TemplateEvent = { type: 'TemplateDrafted', data: what };
const publish = (version: number): TemplateCommand => ({ type: 'PublishTemplate', templateId, version });
const published = (version: number): TemplateEvent => ({ type: 'TemplatePublished', data: { version } });
const retire: TemplateCommand = { type: 'RetireTemplate', templateId, reason: 'Replaced' };
const retired: TemplateEvent = { type: 'TemplateRetired', data: { reason: 'Replaced' } };

describe('a template', () => {
  it('is drafted and drafted anew, in one registered study', () => {
    given().when(draft).then(drafted);
    given(drafted, published(1)).when(draft).then(drafted);
    given()
      .when(draft, studyWith({ registered: false }))
      .thenRefused('StudyNotRegistered', { studyId: 'stress' });
    given(drafted)
      .when({ ...draft, studyId: 'sleep' })
      .thenRefused('TemplateExists');
  });

  it('is published in order, each version from a draft of its own', () => {
    given(drafted).when(publish(1)).then(published(1));
    given(drafted).when(publish(2)).thenRefused('TemplateVersionOutOfOrder', { next: 1 });
    given(drafted, published(1)).when(publish(2)).thenRefused('TemplateNotDrafted', { published: 1 });
    given(drafted, published(1), drafted).when(publish(2)).then(published(2));
    given().when(publish(1)).thenRefused('TemplateNotFound');
  });

  it('is retired for good', () => {
    given(drafted, published(1)).when(retire).then(retired);
    given().when(retire).thenRefused('TemplateNotFound');
    for (const command of [draft, publish(1), retire]) {
      given(drafted, retired).when(command).thenRefused('TemplateRetired');
    }
  });

  it('belongs to its study', () => {
    expect(templateDecider.subjectOf(publish(1), given(drafted).state())).toEqual({ studyId: 'stress' });
  });
});
