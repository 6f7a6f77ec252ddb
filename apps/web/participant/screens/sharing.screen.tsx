import './screens.css';
import '../../worksheet/worksheet.css';
import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { useDay, usePhone, useTold } from '../phone.context.ts';
import type { Homework } from '../store/participant.day.ts';
import { titleOf } from '../store/today.ts';
import { settingsMessages } from './settings.messages.ts';

const VISIBILITIES = ['PRIVATE', 'THERAPIST', 'RESEARCH'] as const;

/** Who reads what is written, for each piece of homework. */
export function SharingScreen(): ReactNode {
  const t = useMessages(settingsMessages);
  const all = useDay()?.known.assignments.nodes ?? [];
  const own = all.filter(({ status }) => status !== 'PROPOSED');
  return (
    <Frame back={['/settings', t('title')]}>
      <h1>{t('sharing')}</h1>
      <p>{t('sharingText')}</p>
      <ul className="p-list">
        {own.map((homework) => (
          <SharingLine key={homework.assignmentId} homework={homework} />
        ))}
      </ul>
    </Frame>
  );
}

function SharingLine({ homework }: { readonly homework: Homework }): ReactNode {
  const t = useMessages(settingsMessages);
  const phone = usePhone();
  const { assignmentId, terms } = homework;
  const said = useTold().findLast(
    ({ command }) =>
      command.name === 'changeSharing' &&
      command.input.assignmentId === assignmentId &&
      command.input.attemptId == null,
  );
  const now = said?.command.name === 'changeSharing' ? said.command.input.visibility : terms.visibility;
  const change = (wanted: string): void => {
    const visibility = VISIBILITIES.find((one) => one === wanted);
    if (visibility === undefined) return;
    void phone.tell(
      { name: 'changeSharing', input: { assignmentId, visibility } },
      { title: `${t('sharing')}: ${titleOf(homework)}` },
    );
  };
  return (
    <li className="p-card p-form">
      <label htmlFor={`share-${assignmentId}`}>{titleOf(homework)}</label>
      <select
        id={`share-${assignmentId}`}
        className="ws-input"
        value={now}
        onChange={({ target }) => change(target.value)}
      >
        {VISIBILITIES.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
    </li>
  );
}
