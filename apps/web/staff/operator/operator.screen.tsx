import './operator.css';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../graphql/call.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Head, Loading, Problem } from '../shell/parts.tsx';
import { shellMessages } from '../shell/shell.messages.ts';
import { noteSignedOut } from '../shell/signed-out.ts';
import { useWho } from '../shell/who.context.tsx';
import { NewStudy } from './new.study.tsx';
import { OperatorServer, type OperatorServerQuery } from './operator.generated.ts';
import { type OperatorKey, operatorMessages } from './operator.messages.ts';

export type Report = OperatorServerQuery['serverReport'];

/** How often the server is asked how it is. */
const AGAIN = 10_000;

/** How the server is, for whoever runs it; and where studies begin. */
export function OperatorScreen(): ReactNode {
  const t = useMessages(operatorMessages);
  const shell = useMessages(shellMessages);
  const allowed = useWho().may('study:register');
  const { data, error, refetch } = useQuery({
    queryKey: [OperatorServer.name],
    queryFn: () => noteSignedOut(call(OperatorServer)),
    ...{ enabled: allowed, refetchInterval: AGAIN },
  });
  if (!allowed) return <Head title={shell('notAllowed')} about={shell('notAllowedText')} />;
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const report = data.serverReport;
  return (
    <div className="operator">
      <Head title={t('title')} about={t('about')} />
      <Health report={report} />
      <div className="operator-cards">
        <Jobs report={report} />
        <Log report={report} />
        <Versions report={report} />
      </div>
      <Projections report={report} />
      <Storage report={report} />
      <NewStudy />
    </div>
  );
}

interface ReportProps {
  readonly report: Report;
}

const STATUSES = ['ok', 'behind', 'failing'] as const;

function Health({ report: { status, upSeconds, demonstration, failingProcesses } }: ReportProps): ReactNode {
  const t = useMessages(operatorMessages);
  const known = STATUSES.find((each) => each === status) ?? 'failing';
  const hours = Math.floor(upSeconds / 3_600);
  const time = hours > 0 ? t('hours', { count: hours }) : t('minutes', { count: Math.floor(upSeconds / 60) });
  return (
    <section className={`card health ${known}`} aria-label={t('health')}>
      <p className="lead" role="status">
        {t(`status.${known}`)}
      </p>
      <p className="soft">{t('upFor', { time })}</p>
      {failingProcesses.length > 0 && <p className="notice">{t('failing', { what: failingProcesses.join(', ') })}</p>}
      {demonstration && <p className="soft">{t('demonstration')}</p>}
    </section>
  );
}

interface FactsProps {
  readonly title: OperatorKey;
  readonly facts: readonly (readonly [OperatorKey, string])[];
  readonly children?: ReactNode;
}

function Facts({ title, facts, children }: FactsProps): ReactNode {
  const t = useMessages(operatorMessages);
  return (
    <section className="card" aria-labelledby={`operator-${title}`}>
      <h2 id={`operator-${title}`}>{t(title)}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}

function Jobs({ report: { runningExports, runningJobs, processes, runner } }: ReportProps): ReactNode {
  const t = useMessages(operatorMessages);
  const count = (number: number): string => (number === 0 ? t('none') : String(number));
  return (
    <Facts
      title="jobs"
      facts={[
        ['exports', count(runningExports)],
        ['grids', count(runningJobs)],
        ['processes', processes ?? t('none')],
        ['runner', runner],
      ]}
    />
  );
}

function Log({ report: { logIndex, engine, numbering } }: ReportProps): ReactNode {
  const t = useMessages(operatorMessages);
  return (
    <Facts
      title="log"
      facts={[
        ['log', logIndex === null ? '–' : t('logAt', { count: logIndex })],
        ['engine', engine],
        ['numbering', numbering],
      ]}
    >
      <p className="soft small">{t('verifyText')}</p>
    </Facts>
  );
}

function Versions({ report: { version, nodeVersion, databaseVersion } }: ReportProps): ReactNode {
  return (
    <Facts
      title="versions"
      facts={[
        ['program', version],
        ['node', nodeVersion],
        ['database', databaseVersion],
      ]}
    />
  );
}

function Projections({ report: { projections } }: ReportProps): ReactNode {
  const t = useMessages(operatorMessages);
  const current = projections.every(({ lag, state }) => lag === 0 && state === 'running');
  return (
    <section className="card" aria-labelledby="operator-projections">
      <h2 id="operator-projections">{t('projections')}</h2>
      {current && <p>{t('allCurrent', { count: projections.length })}</p>}
      <details open={!current}>
        <summary>{t('projections')}</summary>
        <table>
          <thead>
            <tr>
              {(['name', 'state', 'behind'] as const).map((one) => (
                <th key={one} scope="col">
                  {t(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {projections.map(({ name, state, lag }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{state}</td>
                <td>{lag === 0 ? '–' : t('lag', { lag })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Storage({ report: { storage, databaseBytes, memoryBytes } }: ReportProps): ReactNode {
  const t = useMessages(operatorMessages);
  const size = useSize();
  return (
    <section className="card" aria-labelledby="operator-storage">
      <h2 id="operator-storage">{t('storage')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('part')}</th>
            <th scope="col">{t('tables')}</th>
            <th scope="col">{t('size')}</th>
          </tr>
        </thead>
        <tbody>
          {storage.map(({ part, tables, bytes }) => (
            <tr key={part}>
              <th scope="row">{part}</th>
              <td>{tables}</td>
              <td>{size(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        <div>
          <dt>{t('whole')}</dt>
          <dd>{size(databaseBytes)}</dd>
        </div>
        <div>
          <dt>{t('memory')}</dt>
          <dd>{size(memoryBytes)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** Megabytes, to one decimal. */
function useSize(): (bytes: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (bytes) => format.format(bytes / 1_000_000);
}
