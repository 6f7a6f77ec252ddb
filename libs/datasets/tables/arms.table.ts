import { ArmRow } from '#read-models';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, tableSource } from './table.source.ts';

const fields = {
  participantId: PID,
  stream: { stays: 'where it is stored' },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  arm: { stays: 'sealed; opened for those who may know it' },
} as const satisfies FieldsOf<ArmRow>;

/** Arms have a table of their own, and scope: a blinded recipient never gets it. */
export const armsTable = tableSource<ArmRow>({
  name: 'arms',
  title: ['Arms', 'Armar'],
  grain: ['One allocated person', 'En lottad person'],
  onePerPerson: true,
  course: false,
  fields,
  computed: [
    {
      column: 'arm',
      label: ['Arm', 'Arm'],
      kind: 'arm',
      rule: { role: 'quasi' },
      value: (_, { arm }) => arm,
    },
  ],
  load: (request) => storedRows(request, ArmRow),
  personOf: ({ participantId }) => participantId,
  order: () => '',
});
