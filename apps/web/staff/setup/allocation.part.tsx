import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { at, type Draft, rowsOf, wordOf } from './draft.ts';
import { SealAllocationSequence, type SetUpStateQuery } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';

interface AllocationPartProps {
  readonly known: SetUpStateQuery;
  readonly draft: Draft;
}

/** How arms come about: committed to before the first, concealed until the data are final. */
export function AllocationPart({ known, draft }: AllocationPartProps): ReactNode {
  const t = useMessages(setUpMessages);
  const scheme = known.allocation?.scheme;
  if (scheme == null) return <SealForm draft={draft} />;
  const { planned, commitment } = scheme;
  return <p className="commitment">{t('sealed', { planned, commitment: `${commitment.slice(0, 16)} …` })}</p>;
}

function SealForm({ draft }: { readonly draft: Draft }): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId } = useStudy();
  const { save } = useActs();
  const arms = rowsOf(draft, 'arms').map(({ arm }) => wordOf(arm));
  const levels = rowsOf(draft, 'sites').map(({ siteId }) => wordOf(siteId));
  const [ratios, setRatios] = useState<Readonly<Record<string, number>>>({});
  const [blocks, setBlocks] = useState('4, 6');
  const whole = arms.map((arm) => ({ arm, ratio: ratios[arm] ?? 1 }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const blockSizes = blocks
      .split(/[\s,]+/)
      .filter((one) => one !== '')
      .map(Number);
    const planned = Number(at(draft, 'design.plannedParticipants'));
    const factors = levels.length > 1 ? [{ factor: 'site', levels }] : [];
    const scheme = { studyId, method: 'PERMUTED_BLOCKS' as const, arms: whole, factors, planned, blockSizes };
    void save({ what: t('sealSaid'), acts: [act('ALLOCATION', SealAllocationSequence, scheme)], undoable: false });
  };
  return (
    <form onSubmit={submit}>
      <p className="soft">{t('sealText')}</p>
      <div className="row">
        {whole.map(({ arm, ratio }) => (
          <Field key={arm} label={t('ratio', { arm })}>
            <input
              type="number"
              min={1}
              max={100}
              value={ratio}
              onChange={({ target }) => setRatios({ ...ratios, [arm]: target.valueAsNumber })}
            />
          </Field>
        ))}
        <Field label={t('blockSize')}>
          <input required value={blocks} onChange={({ target }) => setBlocks(target.value)} />
        </Field>
      </div>
      <Button type="submit">{t('seal')}</Button>
    </form>
  );
}
