import type { ReactNode } from 'react';
import { Button, Empty, FactList, Field, Hint, Loading, Problem } from '../staff/shell/parts.tsx';

/** Parts that screens are made of, each in every state it has. */
export function PartStates(): ReactNode {
  return (
    <>
      <h2>Parts of staff pages</h2>
      <div className="g-row">
        <StaffButtons />
        <StaffStates />
      </div>
      <h2>Parts of the phone’s page</h2>
      <div className="g-row">
        <PhoneParts />
      </div>
    </>
  );
}

function StaffButtons(): ReactNode {
  return (
    <>
      <Shown name="Buttons">
        <Button>Plain</Button> <Button kind="main">Main</Button> <Button kind="quiet">Quiet</Button>{' '}
        <Button kind="warn">Warn</Button>
      </Shown>
      <Shown name="Buttons that cannot be pressed, or have a key">
        <Button disabled>Plain</Button>{' '}
        <Button kind="main" disabled>
          Main
        </Button>{' '}
        <Button hint="A">With a key</Button> <Hint>?</Hint>
      </Shown>
    </>
  );
}

function StaffStates(): ReactNode {
  return (
    <>
      <Shown name="On its way">
        <Loading />
      </Shown>
      <Shown name="Went wrong">
        <Problem error={new Error('made up')} again={() => undefined} />
      </Shown>
      <Shown name="Nothing there">
        <Empty title="Nothing has left this study">
          <p>What leaves is listed here.</p>
        </Empty>
      </Shown>
      <Shown name="Facts and marks">
        <FactList facts={['60 people', 'event 5,142']} />
        <span className="badge">open</span>
      </Shown>
      <Shown name="Fields">
        <Field label="Code of the site" help="Small letters and digits.">
          <input defaultValue="north" />
        </Field>
        <Field label="Cannot be changed">
          <input disabled defaultValue="sealed" />
        </Field>
      </Shown>
    </>
  );
}

function PhoneParts(): ReactNode {
  return (
    <>
      <Shown name="Buttons">
        <button type="button" className="p-button">
          Start
        </button>{' '}
        <button type="button" className="p-button p-outline">
          Back
        </button>{' '}
        <button type="button" className="p-button" disabled>
          Send
        </button>
      </Shown>
      <Shown name="What stands in the way">
        <p className="p-banner">We cannot take it right now. It is kept here.</p>
      </Shown>
      <Shown name="A card">
        <section className="p-card">
          <b>Thought record</b>
          <p className="p-soft">About 10 minutes</p>
        </section>
      </Shown>
    </>
  );
}

function Shown({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="g-card" aria-label={name}>
      <h3>{name}</h3>
      {children}
    </section>
  );
}
