import { type ReactNode, useState } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Loading, Problem } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { momentOf } from './board.text.ts';
import { BeforeAfter } from './before-after.tsx';
import { Choice, oneOf } from './choice.tsx';
import { useAsked } from './study.context.ts';
import { StudyAudit, type StudyAuditQuery } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

type Page = NonNullable<StudyAuditQuery['history']>;
type Entry = Page['nodes'][number];

const KINDS = ['CHANGES', 'ADJUSTED', 'EVERYTHING'] as const;
const TYPES = {
  CHANGES: ['EntryCorrected', 'EntryVoided'],
  ADJUSTED: ['AssignmentAdjusted'],
  EVERYTHING: null,
} as const;
const PAGE = 50;

/** Entries of the log, newest first, each with what it said before and after. */
export function AuditPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, search } = useAsked();
  const [before, setBefore] = useState<string>();
  const types = TYPES[oneOf(KINDS, search.entries)];
  const filter = types === null ? null : { types: [...types] };
  const asked = { studyId, asOf, filter, last: PAGE, before: before ?? null };
  const { data, error, refetch } = useRead(StudyAudit, asked, { keep: true });
  if (error !== null) return <Problem error={error} again={() => void refetch()} />;
  const page = data?.history ?? undefined;
  return (
    <section className="panel" data-panel="audit" aria-label={t('audit')}>
      <header>
        <h2>{t('audit')}</h2>
      </header>
      <p className="soft">{t('auditAbout')}</p>
      <KindChoice onChosen={() => setBefore(undefined)} />
      {page === undefined ? <Loading /> : <Entries page={page} />}
      <Pager page={page} before={before} onTurn={setBefore} />
      {page !== undefined && <p className="soft index">{t('knownUpTo', { index: page.logIndex })}</p>}
    </section>
  );
}

function KindChoice({ onChosen }: { readonly onChosen: () => void }): ReactNode {
  const t = useMessages(studyMessages);
  const { search, choose } = useAsked();
  const names = { CHANGES: t('entries.CHANGES'), ADJUSTED: t('entries.ADJUSTED'), EVERYTHING: t('entries.EVERYTHING') };
  return (
    <div className="filters screen-only">
      <Choice
        label={t('entries')}
        value={oneOf(KINDS, search.entries)}
        options={KINDS}
        nameOf={(each) => names[oneOf(KINDS, each)]}
        onChoose={(entries) => {
          onChosen();
          choose({ entries });
        }}
      />
    </div>
  );
}

interface PagerProps {
  readonly page: Page | undefined;
  readonly before: string | undefined;
  readonly onTurn: (before: string | undefined) => void;
}

function Pager({ page, before, onTurn }: PagerProps): ReactNode {
  const t = useMessages(studyMessages);
  return (
    <p className="pager screen-only">
      {before !== undefined && (
        <Button kind="quiet" onClick={() => onTurn(undefined)}>
          {t('newest')}
        </Button>
      )}
      {page?.pageInfo.hasPreviousPage === true && (
        <Button kind="quiet" onClick={() => onTurn(page.pageInfo.startCursor ?? undefined)}>
          {t('older')}
        </Button>
      )}
    </p>
  );
}

function Entries({ page: { nodes } }: { readonly page: Page }): ReactNode {
  const t = useMessages(studyMessages);
  if (nodes.length === 0) return <p className="nothing">{t('noEntries')}</p>;
  return (
    <div className="board-table" tabIndex={0} role="region" aria-label={`${t('audit')} ${t('table')}`}>
      <table>
        <thead>
          <tr>
            {([t('recordedAt'), t('happened'), t('what'), t('who'), t('about'), t('why')] as const).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('beforeAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.toReversed().map((entry) => (
            <Line key={entry.eventId} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `AssignmentAdjusted` as “Assignment adjusted”. */
const spaced = (type: string): string => type.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function Line({ entry }: { readonly entry: Entry }): ReactNode {
  const t = useMessages(studyMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const [open, setOpen] = useState(false);
  const { recordedAt, occurredAt, type, context, participantIds, reason, standing } = entry;
  return (
    <>
      <tr>
        <td>{momentOf(recordedAt, language, timeZone)}</td>
        <td>{momentOf(occurredAt, language, timeZone)}</td>
        <td>
          {spaced(type)}
          {standing !== 'AS_RECORDED' && <em> ({standing.toLowerCase()})</em>}
        </td>
        <td>{`${context.actor.id} (${context.actor.role})`}</td>
        <td>{participantIds.join(', ')}</td>
        <td>{reason?.toLowerCase().replaceAll('_', ' ').replaceAll('-', ' ') ?? '–'}</td>
        <td>
          <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'close' : 'show')}
          </Button>
        </td>
      </tr>
      {open && (
        <tr className="before-after">
          <td colSpan={7}>
            <BeforeAfter entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}
