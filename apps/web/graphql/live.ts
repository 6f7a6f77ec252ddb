/** Which records have changed, as far as this page may know: kinds such as `assignment` or `session`, and whose. */
export interface LiveChange {
  readonly kinds: readonly string[];
  readonly studyIds: readonly string[];
  readonly participantIds: readonly string[];
  /** More than is told, such as after a pause: whatever is shown is to be asked for again. */
  readonly more: boolean;
}

/** `live`: changes arrive; `healing`: the connection dropped, and is tried again; `signed-out`: sign in to go on. */
export type LiveState = 'live' | 'healing' | 'signed-out';

export interface LiveListener {
  readonly changed: (change: LiveChange) => void;
  readonly state: (state: LiveState) => void;
  /** From now on nothing is missed; what happened since the page first read may have been. */
  readonly opened?: () => void;
}

const EVERYTHING: LiveChange = { kinds: [], studyIds: [], participantIds: [], more: true };

/** The server gives a sign of life every ten seconds: after three of them a connection is only believed to be there. */
const SILENCE = 30_000;
const SLOWEST = 30_000;

/**
 * Listens for changes while the page is to be seen. A connection that drops is opened again, sooner at first; what happened
 * meanwhile is told as `more`.
 * @returns ends it
 */
export function listenLive(listener: LiveListener): () => void {
  const line = new LiveLine(listener);
  const look = (): void => (document.hidden ? line.rest() : line.open());
  document.addEventListener('visibilitychange', look);
  addEventListener('online', line.again);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', line.again);
    line.rest();
  };
}

class LiveLine {
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #missed = false;

  constructor(private readonly listener: LiveListener) {}

  readonly open = (): void => {
    if (this.#source !== undefined) return;
    const source = new EventSource('/live');
    this.#source = source;
    source.addEventListener('ready', () => this.#ready());
    source.addEventListener('beat', () => this.#heard());
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      this.#heard();
      this.listener.changed(readChange(data));
    });
    source.addEventListener('signed-out', () => {
      this.rest();
      this.listener.state('signed-out');
    });
    source.onerror = () => this.#dropped();
    this.#heard();
  };

  /** The network came back: no reason to wait. */
  readonly again = (): void => {
    if (!this.#missed || document.hidden) return;
    this.rest();
    this.open();
  };

  /** Hangs up; whatever happens now is missed. */
  rest(): void {
    this.#source?.close();
    this.#source = undefined;
    clearTimeout(this.#timer);
    this.#missed = true;
  }

  #ready(): void {
    this.#tries = 0;
    this.#heard();
    this.listener.state('live');
    if (this.#missed) this.listener.changed(EVERYTHING);
    else this.listener.opened?.();
    this.#missed = false;
  }

  #heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#dropped(), SILENCE);
  }

  #dropped(): void {
    this.rest();
    this.listener.state('healing');
    const wait = Math.min(SLOWEST, 500 * 2 ** this.#tries) * (0.5 + Math.random() / 2);
    this.#tries += 1;
    this.#timer = setTimeout(() => {
      if (!document.hidden) this.open();
    }, wait);
  }
}

/** Our own server's; a field that a newer one leaves out counts as “more”. */
function readChange(data: string): LiveChange {
  const read: unknown = JSON.parse(data);
  return typeof read === 'object' && read !== null ? { ...EVERYTHING, more: false, ...read } : EVERYTHING;
}
