import { type ReactNode, useState } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { AssignHomework } from '../commands/commands.generated.ts';
import { useRead } from '../commands/read.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Problem } from '../shell/parts.tsx';
import { Picker } from '../shell/picker.tsx';
import { todayIn, useStudy } from '../shell/who.context.tsx';
import { AssignChoices, WorksheetShelf } from './assign.generated.ts';
import { assignMessages } from './assign.messages.ts';
import type { Assignee } from './assignee.ts';
import { choicesOf, type HomeworkChoice, type Terms } from './homework.choices.ts';
import { TermsForm } from './terms.form.tsx';

interface AssignDialogProps {
  readonly person: Assignee;
  readonly onClose: () => void;
  /** Told once it is sent. */
  readonly onAssigned?: () => void;
}

/** A few letters and Enter choose it, Enter agrees on it. */
export function AssignDialog({ person, onClose, onAssigned }: AssignDialogProps): ReactNode {
  const t = useMessages(assignMessages);
  const { timeZone } = useStudy();
  const { save } = useActs();
  const tag = `assigned ${person.participantId} ${todayIn(timeZone)}`;
  const [chosen, setChosen] = useState<HomeworkChoice>();
  const assign = (terms: Terms): void => {
    const input = { participantId: person.participantId, initiatedBy: 'COLLABORATIVE' as const, terms };
    const what = t('said', { title: terms.title, code: person.code });
    void save({ what, acts: [act('ASSIGNMENT', AssignHomework, input)], tag });
    onClose();
    onAssigned?.();
  };
  return (
    <Dialog title={t('title', { code: person.code })} onClose={onClose}>
      {chosen === undefined ? (
        <ChooseHomework person={person} onChosen={setChosen} />
      ) : (
        <TermsForm choice={chosen} person={person} onBack={() => setChosen(undefined)} onAssign={assign} />
      )}
    </Dialog>
  );
}

/** What a choice is called, and why it is offered. */
function useChoiceWords() {
  const t = useMessages(assignMessages);
  const named = (choice: HomeworkChoice): string => {
    if (choice.why === 'own') return t('own', { title: choice.title });
    return choice.step === undefined ? choice.title : t(choice.step, { title: choice.title });
  };
  const about = ({ why, reasons = [], minutes }: HomeworkChoice): string => {
    if (why === 'lastTime') return t('lastTime');
    if (why === 'own') return t('ownAbout');
    if (why === 'library') return t('library', { minutes: minutes ?? 0 });
    return t('suggested', { why: reasons.map(({ kind, title }) => t(kind, { title })).join(', ') });
  };
  return { named, about };
}

interface ChooseProps {
  readonly person: Assignee;
  readonly onChosen: (choice: HomeworkChoice) => void;
}

function ChooseHomework({ person: { participantId }, onChosen }: ChooseProps): ReactNode {
  const t = useMessages(assignMessages);
  const { language } = useLanguage();
  const { studyId } = useStudy();
  const [typed, setTyped] = useState('');
  const own = useRead(AssignChoices, { studyId, participantId, language });
  const shelf = useRead(WorksheetShelf, { studyId, language }, { staleTime: 600_000 });
  const error = own.error ?? shelf.error;
  if (error !== null && (own.data === undefined || shelf.data === undefined))
    return <Problem error={error} again={() => (void own.refetch(), void shelf.refetch())} />;
  const choices = choicesOf({
    typed,
    earlier: own.data?.assignments.nodes ?? [],
    suggestions: own.data?.worksheetSuggestions.suggestions ?? [],
    shelf: shelf.data?.worksheetLibrary.map(({ worksheet }) => worksheet) ?? [],
  });
  const { named, about } = useChoiceWords();
  const waiting = own.data === undefined || shelf.data === undefined;
  return (
    <>
      <Picker
        label={t('find')}
        none={waiting ? t('loading') : t('none')}
        typed={typed}
        onType={setTyped}
        // All at once: a list that grows under the hands is picked from wrongly.
        choices={(waiting ? [] : choices).slice(0, 30).map((choice) => ({
          ...{ id: choice.id, title: named(choice), about: about(choice) },
          pick: () => onChosen(choice),
        }))}
      />
      {own.data?.worksheetSuggestions.on === false && <p className="soft small">{t('noSuggestions')}</p>}
    </>
  );
}
