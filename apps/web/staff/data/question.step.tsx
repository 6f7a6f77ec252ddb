import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Choose } from '../shell/choose.tsx';
import { Field } from '../shell/parts.tsx';
import { dataMessages } from './data.messages.ts';
import { idOf, type Specification } from './specification.ts';

export interface StepProps {
  readonly specification: Specification;
  readonly change: (next: Specification) => void;
}

const CONSENTS = ['data-sharing', 'recorded-elsewhere'] as const;

/** What for, for whom, and how open. */
export function QuestionStep({ specification, change }: StepProps): ReactNode {
  const t = useMessages(dataMessages);
  const { title, purpose, recipient, tier } = specification;
  const consent = CONSENTS.find((each) => each === specification['consent']) ?? 'data-sharing';
  return (
    <section className="card narrow">
      <h2>{t('question.lead')}</h2>
      <Field label={t('name')}>
        <input
          value={title}
          maxLength={200}
          onChange={({ target }) => change({ ...specification, title: target.value })}
        />
      </Field>
      <Field label={t('purpose')} help={t('purposeHelp')}>
        <textarea
          rows={3}
          value={purpose}
          onChange={({ target }) => change({ ...specification, purpose: target.value })}
        />
      </Field>
      <Field label={t('recipient')} help={t('recipientHelp')}>
        <input
          value={recipient}
          maxLength={60}
          onChange={({ target }) => change({ ...specification, ...recipientOf(target.value) })}
        />
      </Field>
      <Choose
        label={t('tier')}
        values={['controlled', 'public'] as const}
        value={tier}
        say={(value) => t(`tier.${value}`)}
        onValue={(value) => change({ ...specification, tier: value })}
      />
      <Choose
        label={t('consentLeft')}
        values={CONSENTS}
        value={consent}
        say={(value) => t(`consent.${value}`)}
        onValue={(value) => change({ ...specification, consent: value })}
      />
    </section>
  );
}

/** A key of pseudonyms belongs to one recipient. */
function recipientOf(recipient: string): Pick<Specification, 'recipient' | 'releaseKeyId'> {
  return { recipient, releaseKeyId: `rk-${idOf(recipient) || 'somebody'}` };
}
