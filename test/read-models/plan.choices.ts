import type { DomainEvent } from '#domain';

/** What is agreed besides the terms, what belongs to homework, goals and templates: choices of a random history. */
export function planChoices(subject: number, participantId: string, n: number): [string, DomainEvent][] {
  const assignment = `assignment-a${subject}`;
  const goal = `goal-g${subject}`;
  const template = `template-k${subject}`;
  const statement = `To walk ${n}`;
  return [
    [assignment, { type: 'HomeworkLinkedToGoals', data: { goalIds: [`g${n % 3}`] } }],
    [assignment, { type: 'PlanMade', data: { situation: 'tea', action: 'write', obstacles: ['forgetting'] } }],
    [assignment, { type: 'AssignmentSubstituted', data: { substituteId: `a${n % 4}`, trigger: 'too-difficult' } }],
    [
      assignment,
      {
        type: 'WorksheetAnswered',
        data: { attemptId: `t${n % 4}`, worksheet: { templateId: 'k', version: 1 }, answered: n, answers: '{}' },
      },
    ],
    [
      assignment,
      {
        type: 'AttachmentStored',
        data: {
          ...{ attachmentId: `f${n % 3}`, kind: 'photo', mediaType: 'image/png', bytes: 9 },
          sha256: 'a'.repeat(64),
        },
      },
    ],
    [goal, { type: 'GoalSet', data: { goalId: `g${subject}`, participantId, setBy: 'client', statement } }],
    [goal, { type: 'GoalRevised', data: { statement } }],
    [goal, { type: 'GoalRated', data: { informant: 'client', attainment: (n % 5) - 2 } }],
    [goal, { type: 'GoalAttained', data: { informant: 'client' } }],
    [goal, { type: 'GoalDropped', data: { reason: 'other' } }],
    [
      template,
      { type: 'TemplateDrafted', data: { templateId: `k${subject}`, studyId: 's1', title: 'Own', content: { n } } },
    ],
    [template, { type: 'TemplatePublished', data: { version: (n % 3) + 1 } }],
    [template, { type: 'TemplateRetired', data: { reason: 'Old' } }],
  ];
}
