import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { todayIn } from '../shell/who.context.tsx';
import { AppointFirst, RegisterStudy } from './operator.generated.ts';
import { operatorMessages } from './operator.messages.ts';

const FIELDS = ['studyId', 'title', 'timeZone', 'coordinator'] as const;
const EMPTY = { studyId: '', title: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, coordinator: '' };

/** A study begins with whoever runs it. */
export function NewStudy(): ReactNode {
  const t = useMessages(operatorMessages);
  const { save } = useActs();
  const queries = useQueryClient();
  const [given, give] = useState(EMPTY);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { studyId, title, timeZone, coordinator } = given;
    const post = { studyId, staffId: coordinator, role: 'COORDINATOR' as const, from: todayIn('UTC') };
    const acts = [act('STUDY', RegisterStudy, { studyId, title, timeZone }), act('STUDY', AppointFirst, post)];
    void save({ what: t('registered', { title }), acts, undoable: false }).then((receipts) => {
      if (receipts === undefined) return;
      give(EMPTY);
      void queries.invalidateQueries({ queryKey: ['who'] });
    });
  };
  return (
    <section className="card narrow" aria-labelledby="new-study">
      <h2 id="new-study">{t('newStudy')}</h2>
      <p className="soft">{t('newStudyText')}</p>
      <form onSubmit={submit}>
        {FIELDS.map((field) => (
          <Field key={field} label={t(field === 'title' ? 'studyTitle' : field)}>
            <input
              required
              maxLength={200}
              value={given[field]}
              onChange={({ target }) => give({ ...given, [field]: target.value })}
            />
          </Field>
        ))}
        <Button kind="main" type="submit">
          {t('register')}
        </Button>
      </form>
    </section>
  );
}
