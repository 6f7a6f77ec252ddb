import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act, type Act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { Choose } from '../shell/choose.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { parseDraft, wordOf } from './draft.ts';
import { PublishDutyRota, PublishReminderPolicy, PublishSafetyRule, type SetUpStateQuery } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';

const KINDS = ['rules', 'rota', 'policy'] as const;
type Kind = (typeof KINDS)[number];

/** What watches over people between sessions: rules, who is on duty, and reminders. */
export function SafetyPart({ known: { watch } }: { readonly known: SetUpStateQuery }): ReactNode {
  const t = useMessages(setUpMessages);
  const there: Readonly<Record<Kind, string>> = {
    rules: (watch?.rules ?? []).map(({ ruleId, version }) => `${ruleId} ${version}`).join(', '),
    rota: wordOf(watch?.rotaVersion),
    policy: wordOf(watch?.policyVersion),
  };
  return (
    <>
      <dl className="said-before">
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>{t(`safety.${kind}`)}</dt>
            <dd>{there[kind] || t('isOff')}</dd>
          </div>
        ))}
      </dl>
      <SafetyForm watch={watch} />
    </>
  );
}

function SafetyForm({ watch }: Pick<SetUpStateQuery, 'watch'>): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId } = useStudy();
  const { save } = useActs();
  const [kind, setKind] = useState<Kind>('rules');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const document = parseDraft(text);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (document === undefined) return;
    const acts = [actOf(kind, document, { studyId, reason, watch })];
    void save({ what: t(`safety.${kind}`), acts, undoable: false });
  };
  return (
    <details>
      <summary>{t('publishIt')}</summary>
      <form onSubmit={submit}>
        <p className="soft">{t('safetyText')}</p>
        <div className="row">
          <Choose
            label={t('document')}
            values={KINDS}
            value={kind}
            say={(one) => t(`safety.${one}`)}
            onValue={setKind}
          />
          <Field label={t(kind === 'rules' ? 'ruleId' : 'reason')}>
            <input required maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          </Field>
        </div>
        <Field label="JSON">
          <textarea
            className="json"
            rows={8}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
        <p className="wrong" role="alert">
          {text !== '' && document === undefined ? t('notJson') : ''}
        </p>
        <Button type="submit">{t('publishIt')}</Button>
      </form>
    </details>
  );
}

interface Said {
  readonly studyId: string;
  /** The code of the rule, for rules. */
  readonly reason: string;
  readonly watch: SetUpStateQuery['watch'];
}

function actOf(kind: Kind, document: object, { studyId, reason, watch }: Said): Act {
  switch (kind) {
    case 'rules': {
      const known = (watch?.rules ?? []).filter(({ ruleId }) => ruleId === reason).map(({ version }) => version);
      const version = 1 + Math.max(0, ...known);
      return act('STUDY', PublishSafetyRule, { studyId, ruleId: reason, version, rule: document });
    }
    case 'rota':
      return act('MONITORING', PublishDutyRota, {
        studyId,
        reason,
        version: 1 + (watch?.rotaVersion ?? 0),
        rota: document,
      });
    case 'policy': {
      const version = 1 + (watch?.policyVersion ?? 0);
      return act('MONITORING', PublishReminderPolicy, { studyId, reason, version, policy: document });
    }
  }
}
