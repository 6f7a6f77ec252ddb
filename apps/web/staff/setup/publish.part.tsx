import { type ReactNode, type SubmitEvent, useState } from 'react';
import { longDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { type Draft, sameDocument } from './draft.ts';
import { PublishProtocol, type SetUpStateQuery } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';
import type { Preview } from './use-draft.ts';

interface PublishPartProps {
  readonly known: SetUpStateQuery;
  readonly draft: Draft;
  readonly preview: Preview | undefined;
  /** The preview is of an earlier wording. */
  readonly old: boolean;
}

/** Puts the document into force as the next version; of a live study, as an amendment. */
export function PublishPart({ known, draft, preview, old }: PublishPartProps): ReactNode {
  const t = useMessages(setUpMessages);
  const { language } = useLanguage();
  const [inForce] = known.protocolAmendments.nodes;
  const same = inForce !== undefined && sameDocument(inForce.protocol, draft);
  return (
    <>
      {inForce !== undefined && (
        <p>
          {t('publishedIs', { version: inForce.version, when: longDay(inForce.publishedAt, language) })}{' '}
          {same && t('unchanged')}
        </p>
      )}
      {inForce !== undefined && known.study?.life === 'UNDECLARED' && <p className="notice">{t('becomesDraft')}</p>}
      {!same && <Checked preview={preview} old={old} />}
      {!same && inForce !== undefined && preview !== undefined && <Impact preview={preview} />}
      {!same && <PublishForm {...{ known, draft }} ready={!old && preview?.acceptable === true} />}
    </>
  );
}

function Checked({ preview, old }: Pick<PublishPartProps, 'preview' | 'old'>): ReactNode {
  const t = useMessages(setUpMessages);
  const count = preview?.problems.length ?? 0;
  return (
    <p className={count > 0 ? 'wrong' : 'soft'} role="status">
      {old || preview === undefined ? t('checking') : count === 0 ? t('fits') : t('faults', { count })}
    </p>
  );
}

/** Whom an amendment touches, and what it would leave in the air. */
function Impact({ preview }: { readonly preview: Preview }): ReactNode {
  const t = useMessages(setUpMessages);
  const { orphanedMeasurements, orphanedArms, touches, problems } = preview;
  if (problems.length > 0) return null;
  const named = orphanedMeasurements.map(({ occasion, instrumentId }) => `${occasion} · ${instrumentId}`).join(', ');
  const who = touches
    .slice(0, 12)
    .map(({ participantId }) => participantId)
    .join(', ');
  return (
    <div className="impact">
      <h3>{t('impact')}</h3>
      {named !== '' && <p className="notice pressing">{t('orphans', { what: named })}</p>}
      {orphanedArms.length > 0 && (
        <p className="notice pressing">{t('orphanArms', { what: orphanedArms.join(', ') })}</p>
      )}
      <p>
        {touches.length === 0
          ? t('impactNone')
          : t('touches', { count: touches.length, who: touches.length > 12 ? `${who} …` : who })}
      </p>
    </div>
  );
}

interface PublishFormProps extends Pick<PublishPartProps, 'known' | 'draft'> {
  readonly ready: boolean;
}

function PublishForm({ known, draft, ready }: PublishFormProps): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId } = useStudy();
  const { save } = useActs();
  const [said, say] = useState({ changes: '', reason: '' });
  const version = (known.study?.protocolVersion ?? 0) + 1;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const one = act('STUDY', PublishProtocol, { studyId, version, ...said, protocol: draft });
    void save({ what: t('publishSaid', { version }), acts: [one], undoable: false });
  };
  return (
    <form onSubmit={submit}>
      <div className="row">
        {(['changes', 'reason'] as const).map((field) => (
          <Field key={field} label={t(field)}>
            <input
              required
              maxLength={200}
              value={said[field]}
              onChange={({ target }) => say({ ...said, [field]: target.value })}
            />
          </Field>
        ))}
      </div>
      <Button kind="main" type="submit" disabled={!ready}>
        {t('publish', { version })}
      </Button>
    </form>
  );
}
