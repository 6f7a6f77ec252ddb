import type { ReactNode } from 'react';
import type { ComputedValue, FieldOf } from '#worksheets/filling';
import { useFilling } from './fill.context.ts';

export function Paragraphs({ text }: { readonly text: string }): ReactNode {
  return text
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) => <p key={part}>{part}</p>);
}

export function Information({ field }: { readonly field: FieldOf<'information'> }): ReactNode {
  const { say } = useFilling();
  return (
    <div className="ws-information">
      <Paragraphs text={say(field.text)} />
    </div>
  );
}

/** Pictures or video of the site's own; their words where they are not here. */
export function Demonstration({ field }: { readonly field: FieldOf<'demonstration'> }): ReactNode {
  const { say, mediaUrl } = useFilling();
  return (
    <div className="ws-information">
      {field.media.map(({ file, caption, description }) => {
        const address = mediaUrl(file.id);
        const name = say(description);
        return (
          <figure key={file.id}>
            {address === undefined ? <p className="ws-described">{name}</p> : null}
            {address !== undefined && file.type.startsWith('image/') ? <img src={address} alt={name} /> : null}
            {address !== undefined && file.type.startsWith('video/') ? (
              <video controls src={address} aria-label={name} />
            ) : null}
            {caption === undefined ? null : <figcaption>{say(caption)}</figcaption>}
          </figure>
        );
      })}
    </div>
  );
}

interface ComputedProps {
  readonly field: FieldOf<'computed'>;
  readonly computed: ComputedValue | undefined;
}

export function Computed({ field, computed }: ComputedProps): ReactNode {
  const { say, words, language } = useFilling();
  const value = computed?.value ?? null;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: field.decimals, signDisplay: 'auto' });
  return (
    <p className="ws-computed" role="status">
      {value === null
        ? words.notComputed
        : `${number.format(value)}${field.unit === undefined ? '' : ` ${say(field.unit)}`}`}
    </p>
  );
}

interface ResourceProps {
  readonly field: FieldOf<'resource'>;
}

/** What to read or look at outside; only addresses of the web become links. */
export function Resource({ field }: ResourceProps): ReactNode {
  const { words } = useFilling();
  return (
    <div className="ws-information">
      {field.citation === undefined ? null : <p>{field.citation}</p>}
      {field.pages === undefined ? null : (
        <p>
          {words.pages}: {field.pages}
        </p>
      )}
      {field.url !== undefined && /^https?:/.test(field.url) ? (
        <a href={field.url} target="_blank" rel="noreferrer noopener">
          {words.open}
        </a>
      ) : null}
    </div>
  );
}
