import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useCaseload } from '../caseload/caseload.read.ts';
import { Dialog } from './dialog.tsx';
import { placesOf } from './navigation.ts';
import { type Choice, Picker } from './picker.tsx';
import { shellMessages } from './shell.messages.ts';
import { useWho } from './who.context.tsx';

/** Goes to a person by their code, or to a page by its name. */
export function FindDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useMessages(shellMessages);
  const who = useWho();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { data } = useCaseload({ enabled: who.may('contact:read') });
  const wanted = typed.trim().toLocaleLowerCase();
  const places: Choice[] = placesOf(who).map(({ place, to }) => ({
    ...{ id: to, title: t(place), about: t('places') },
    pick: () => void navigate({ to }),
  }));
  const people: Choice[] = (data ?? []).map(({ participantId, code }) => ({
    ...{ id: participantId, title: code, about: t('people') },
    pick: () => void navigate({ to: '/staff/people/$participantId', params: { participantId } }),
  }));
  const found = [...people, ...places].filter(({ title }) => title.toLocaleLowerCase().includes(wanted)).slice(0, 9);
  return (
    <Dialog title={t('find')} onClose={onClose}>
      <Picker
        label={t('findPlace')}
        none={t('nothingFound')}
        typed={typed}
        onType={setTyped}
        choices={found.map((each) => ({ ...each, pick: () => (onClose(), each.pick()) }))}
      />
    </Dialog>
  );
}
