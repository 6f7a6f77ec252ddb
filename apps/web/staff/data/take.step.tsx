import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { newCommandId } from '../commands/command-id.ts';
import { useRead } from '../commands/read.ts';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { DataLedger, RequestDataset, SpecifyDataset } from './data.generated.ts';
import { type DataKey, dataMessages } from './data.messages.ts';
import type { StepProps } from './question.step.tsx';
import { type LiveRisk, RiskPanel } from './risk.panel.tsx';
import { FORMATS, formatsOf, idOf, type Specification } from './specification.ts';

interface TakeProps extends StepProps {
  readonly live: LiveRisk;
  readonly hidden: boolean;
}

/** Signing, and asking for it. */
export function TakeStep({ specification, change, live, hidden }: TakeProps): ReactNode {
  const t = useMessages(dataMessages);
  const [signed, setSigned] = useState(false);
  const lacks = lacking(specification, hidden, signed);
  const keep = useKeeping(specification);
  const words = lacks.map((lack) => t(`lack.${lack}`)).join(', ');
  const unnamed = lacks.some((lack) => lack === 'title' || lack === 'purpose' || lack === 'recipient');
  return (
    <>
      <section className="card narrow">
        <h2>{t('take.lead')}</h2>
        <dl className="said-before">
          {(['name', 'purpose', 'recipient'] as const).map((field) => (
            <div key={field}>
              <dt>{t(field)}</dt>
              <dd>{specification[field === 'name' ? 'title' : field] || '–'}</dd>
            </div>
          ))}
        </dl>
        <Terms {...{ specification, change }} />
      </section>
      <RiskPanel live={live} />
      <section className="card narrow">
        <label className="check">
          <input type="checkbox" checked={signed} onChange={({ target }) => setSigned(target.checked)} />
          {t('signText')}
        </label>
        <p className="soft" role="status">
          {lacks.length === 0 ? '' : t('cannot', { what: words })}
        </p>
        <div className="acts">
          <Button kind="main" disabled={lacks.length > 0} onClick={() => void keep(true)}>
            {t('take')}
          </Button>
          <Button disabled={unnamed} onClick={() => void keep(false)}>
            {t('saveOnly')}
          </Button>
        </div>
      </section>
    </>
  );
}

type Lack = Extract<DataKey, `lack.${string}`> extends `lack.${infer Name}` ? Name : never;

function lacking(
  { title, purpose, recipient, tables }: Specification,
  hidden: boolean,
  signed: boolean,
): readonly Lack[] {
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['title', idOf(title) === ''],
    ['purpose', purpose.trim() === ''],
    ['recipient', recipient.trim() === ''],
    ['tables', Object.keys(tables).length === 0],
    ['risk', !hidden],
    ['sign', !signed],
  ];
  return lacks.filter(([, is]) => is).map(([lack]) => lack);
}

/** Saves the next version where it reads otherwise than the last, and asks for it where wanted. */
function useKeeping(specification: Specification): (ask: boolean) => Promise<void> {
  const t = useMessages(dataMessages);
  const { studyId } = useStudy();
  const { save } = useActs();
  const navigate = useNavigate();
  const { data } = useRead(DataLedger, { studyId });
  return async (ask) => {
    const datasetId = idOf(specification.title);
    const version =
      1 + Math.max(0, ...(data?.datasets ?? []).filter((one) => one.datasetId === datasetId).map((one) => one.version));
    const specify = act('DATASET', SpecifyDataset, { studyId, datasetId, version, specification });
    const asked = { studyId, datasetId, version, index: specification.index, releaseId: newCommandId() };
    const acts = ask ? [specify, act('DATASET', RequestDataset, asked)] : [specify];
    const what = t(ask ? 'asked' : 'savedOnly', { name: specification.title });
    const receipts = await save({ what, acts, undoable: false });
    if (receipts !== undefined) await navigate({ to: '/staff/data' });
  };
}

function Terms({ specification, change }: StepProps): ReactNode {
  const t = useMessages(dataMessages);
  const formats = formatsOf(specification);
  const expires = specification['expires'];
  return (
    <>
      <Field label={t('expires')}>
        <input
          type="date"
          value={typeof expires === 'string' ? expires : ''}
          onChange={({ target }) => change({ ...specification, expires: target.value || undefined })}
        />
      </Field>
      <fieldset>
        <legend>{t('formats')}</legend>
        <div className="checks">
          {FORMATS.map((format) => (
            <label key={format} className="check">
              <input
                type="checkbox"
                checked={formats.includes(format)}
                disabled={format === 'csv'}
                onChange={({ target }) => {
                  const next = FORMATS.filter((each) => (each === format ? target.checked : formats.includes(each)));
                  change({ ...specification, formats: next });
                }}
              />
              {t(`format.${format}`)}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
