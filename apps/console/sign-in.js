const { document, fetch, location, history, FormData } = globalThis;

const at = (id) => document.getElementById(id);
const SECTIONS = ['password', 'code', 'second-factor', 'enrol', 'reset', 'open'];

/** What comes behind `#` never leaves the browser by itself: not to a log, not to another site. */
const handed = new globalThis.URLSearchParams(location.hash.slice(1));
if (location.hash !== '') history.replaceState(null, '', location.pathname);

const PROBLEMS = {
  NO_ACCOUNT: 'There is no account here for you. Ask whoever runs this installation.',
  WRONG_SIGN_IN: 'The answer of your organisation did not fit. Please try again.',
  PROVIDER_AWAY: 'Your organisation’s sign-in does not answer. Please try again later.',
};

function tell(text) {
  at('told').textContent = text;
}

function show(...ids) {
  for (const id of SECTIONS) at(id).hidden = !ids.includes(id);
  document.querySelector('section:not([hidden]) input')?.focus();
}

async function ask(path, body) {
  const response = await fetch(`/sign-in/${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? 'That did not work.');
  return answer;
}

async function setUp() {
  const { secret, address } = await ask('authenticator', {});
  at('secret').textContent = secret.replace(/(.{4})/g, '$1 ').trim();
  at('otpauth').href = address;
  show('enrol');
}

async function showOwn({ kind, subject }) {
  at('subject').textContent = subject;
  const { sessions } = await ask('sessions');
  at('sessions').replaceChildren(
    ...sessions.map(({ device, createdAt, current }) => {
      const item = document.createElement('li');
      item.textContent = `${device}, since ${new Date(createdAt).toLocaleString()}${current ? ' – this one' : ''}`;
      return item;
    }),
  );
  const staff = kind === 'staff' || kind === 'operator';
  at('change').hidden = !staff;
  at('set-up').hidden = !staff;
  show('open');
}

async function refresh() {
  const state = await ask('state');
  at('demonstration').hidden = !state.ways.demonstration;
  if (state.ways.provider !== null) {
    at('provider').hidden = false;
    at('provider').firstElementChild.textContent = `Sign in with ${state.ways.provider}`;
  }
  if (state.stage === 'open') await showOwn(state);
  else if (state.stage === 'enrol') await setUp();
  else if (state.stage === 'second-factor') show('second-factor');
  else if (handed.has('reset')) show('reset');
  else show('password', 'code');
}

async function send(form) {
  const path = form.dataset.to;
  const body = Object.fromEntries(new FormData(form));
  if (path === 'reset') body.code = handed.get('reset');
  await ask(path, body);
  form.reset();
  if (path === 'reset') {
    handed.delete('reset');
    tell('The password is chosen. Sign in with it.');
  }
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  tell('');
  send(event.target)
    .then(refresh)
    .catch((error) => tell(error.message));
});
at('set-up').addEventListener('click', () => {
  setUp().catch((error) => tell(error.message));
});

try {
  tell(PROBLEMS[handed.get('problem')] ?? '');
  if (handed.has('code')) await ask('code', { code: handed.get('code') });
} catch (error) {
  tell(error.message);
}
await refresh();
