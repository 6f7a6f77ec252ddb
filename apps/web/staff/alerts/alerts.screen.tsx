import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Empty, Head, Pending } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { AlertCard } from './alert.card.tsx';
import { AlertPeople, StaffAlerts, type StaffAlertsQuery } from './alerts.generated.ts';
import { alertMessages } from './alerts.messages.ts';

const OPEN = ['OPEN', 'ACKNOWLEDGED'] as const;

/** Answers that somebody has to look at, and worries of colleagues. */
export function AlertsScreen(): ReactNode {
  const t = useMessages(alertMessages);
  const { studyId } = useStudy();
  const [closed, setClosed] = useState(false);
  const status = closed ? [...OPEN, 'CLOSED' as const] : [...OPEN];
  const { data, error, refetch } = useRead(StaffAlerts, { studyId, status }, { keep: true });
  const codes = useCodes(data?.alerts.nodes.map(({ participantId }) => participantId) ?? []);
  if (data === undefined) return <Pending title={t('title')} error={error} again={() => void refetch()} />;
  const alerts = data.alerts.nodes;
  const open = alerts.filter((each) => each.status !== 'CLOSED').length;
  return (
    <>
      <Head title={t('title')} about={t('about', { count: open })}>
        <Button aria-pressed={closed} onClick={() => setClosed(!closed)}>
          {t(closed ? 'hideClosed' : 'showClosed')}
        </Button>
      </Head>
      <Duty watch={data.watch} />
      {alerts.length === 0 && (
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
        </Empty>
      )}
      {alerts.map((alert) => (
        <AlertCard key={alert.alertId} alert={alert} code={codes.get(alert.participantId) ?? alert.participantId} />
      ))}
    </>
  );
}

/** What the study calls them, by their ids. */
function useCodes(ids: readonly string[]): ReadonlyMap<string, string> {
  const { studyId } = useStudy();
  const participantIds = [...new Set(ids)].sort();
  const { data } = useRead(
    AlertPeople,
    { studyId, participantIds },
    { enabled: participantIds.length > 0, keep: true },
  );
  return new Map(data?.participants.nodes.map(({ participantId, code }) => [participantId, code]));
}

/** Who is on duty, and whom people in need are told to call. */
function Duty({ watch }: { readonly watch: StaffAlertsQuery['watch'] }): ReactNode {
  const t = useMessages(alertMessages);
  if (watch === null || watch.contacts.length + watch.onDuty.length === 0) return null;
  return (
    <p className="notice">
      {watch.onDuty.length > 0 && t('onDuty', { who: watch.onDuty.join(', ') })}
      {watch.contacts.length > 0 &&
        ` · ${t('contacts')}: ${watch.contacts.map(({ name, how }) => `${name} ${how}`).join(', ')}`}
    </p>
  );
}
