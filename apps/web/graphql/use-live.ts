import { useEffect, useEffectEvent, useState } from 'react';
import { listenLive, type LiveChange, type LiveState } from './live.ts';

/**
 * Listens for changes as long as the component is there.
 * @param changed told of each; asks again for what it concerns
 * @param opened told once nothing is missed any more, where what was read before may be behind
 * @returns how the connection is, to be said on the screen
 */
export function useLive(changed: (change: LiveChange) => void, opened: () => void = () => undefined): LiveState {
  const [state, setState] = useState<LiveState>('live');
  const told = useEffectEvent(changed);
  const open = useEffectEvent(opened);
  useEffect(() => listenLive({ changed: (change) => told(change), state: setState, opened: () => open() }), []);
  return state;
}
