import { type ReactNode, useState } from 'react';
import { call } from '../../graphql/call.ts';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { EndSignIns, HandOutSignInCode, type HandOutSignInCodeMutation } from '../commands/commands.generated.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Button, Problem } from '../shell/parts.tsx';
import { noteSignedOut } from '../shell/signed-out.ts';
import { useStudy } from '../shell/who.context.tsx';
import { personMessages } from './person.messages.ts';

type Code = HandOutSignInCodeMutation['handOutSignInCode'];

interface CodeDialogProps {
  readonly person: { readonly participantId: string; readonly code: string };
  readonly onClose: () => void;
}

/** A way in for somebody: read out, printed, or as a link. It is shown here once and kept nowhere on this page. */
export function SignInCodeDialog({ person: { participantId, code }, onClose }: CodeDialogProps): ReactNode {
  const t = useMessages(personMessages);
  const [made, setMade] = useState<Code>();
  const [error, setError] = useState<unknown>();
  const [ended, setEnded] = useState(false);
  const make = (form: 'SHORT' | 'LINK'): void => {
    setError(undefined);
    noteSignedOut(call(HandOutSignInCode, { input: { participantId, form } }))
      .then(({ handOutSignInCode }) => setMade(handOutSignInCode))
      .catch(setError);
  };
  const end = (): void => {
    noteSignedOut(call(EndSignIns, { input: { participantId } }))
      .then(() => setEnded(true))
      .catch(setError);
  };
  return (
    <Dialog title={t('codeTitle', { code })} onClose={onClose}>
      <p className="soft screen-only">{t('codeAbout')}</p>
      {error !== undefined && <Problem error={error} />}
      {made === undefined ? <Make make={make} /> : <Made made={made} />}
      <hr className="screen-only" />
      <div className="screen-only">
        {ended ? (
          <p role="status">{t('endedSignIns')}</p>
        ) : (
          <Button kind="quiet" onClick={end}>
            {t('endSignIns')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Make({ make }: { readonly make: (form: 'SHORT' | 'LINK') => void }): ReactNode {
  const t = useMessages(personMessages);
  return (
    <div className="row">
      <Button kind="main" onClick={() => make('SHORT')}>
        {t('codeShort')}
      </Button>
      <Button onClick={() => make('LINK')}>{t('codeLink')}</Button>
    </div>
  );
}

function Made({ made: { code, link, expiresAt } }: { readonly made: Code }): ReactNode {
  const t = useMessages(personMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  return (
    <div className="made-code" role="status">
      <p className="print-only">{t('codeFor', { product: 'Intersession' })}</p>
      {link === null ? (
        <>
          <p className="code">{code}</p>
          <p>{t('recordHere', { address: location.origin })}</p>
        </>
      ) : (
        <p className="link-code">{link}</p>
      )}
      <p>{t('codeUntil', { when: dayAndTime(expiresAt, language, timeZone) })}</p>
      <Button onClick={() => print()}>{t('codePrint')}</Button>
    </div>
  );
}
