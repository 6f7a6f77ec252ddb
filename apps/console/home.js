const { document, fetch, setTimeout } = globalThis;

const show = (id, text) => {
  document.getElementById(id).textContent = text;
};

/** What the slowest read model has still to do, in words. */
function lagOf(projections) {
  if (projections.some(({ state }) => state === 'stopped')) return 'one has stopped';
  const behind = Math.max(0, ...projections.map(({ lag }) => lag));
  return behind === 0 ? 'up to date' : `${behind.toLocaleString('en')} behind`;
}

async function refresh() {
  try {
    const health = await (await fetch('/health', { headers: { accept: 'application/json' } })).json();
    show('log-index', health.log.index.toLocaleString('en'));
    show('lag', lagOf(health.projections));
    show('version', health.version);
  } catch {
    show('lag', 'no answer');
  }
  setTimeout(refresh, 2_000);
}

await refresh();
