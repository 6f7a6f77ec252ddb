import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const { document, location, fetch, URLSearchParams } = globalThis;

/** Every example of examples/queries, by file name. */
const files = import.meta.glob('../../examples/queries/*.graphql', { query: '?raw', import: 'default', eager: true });
const examples = Object.keys(files)
  .sort()
  .map((path) => ({ name: path.replace(/^.*\/(?:\d+-)?|\.graphql$/g, ''), query: files[path] }));

async function fetcher(parameters, { headers } = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(parameters),
  });
  const answer = await response.json();
  const nobody = answer.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  if (nobody && headers?.authorization === undefined && headers?.Authorization === undefined) offerSignIn();
  return answer;
}

/** Nothing is told to nobody, not even in a demonstration. */
function offerSignIn() {
  if (document.getElementById('offer') !== null) return;
  const offer = document.createElement('a');
  offer.id = 'offer';
  offer.href = '/sign-in';
  offer.textContent = 'You are not signed in. Sign in here.';
  document.body.prepend(offer);
}

/** `?example=name` opens that one alone, `?query=…` whatever it holds; otherwise all examples are there as tabs. */
function tabs() {
  const asked = new URLSearchParams(location.search);
  const given = asked.get('query');
  if (given !== null) return [{ query: given }];
  const named = examples.find(({ name }) => name === asked.get('example'));
  return (named === undefined ? examples : [named]).map(({ query }) => ({ query }));
}

const asked = location.search !== '';
createRoot(document.getElementById('graphiql')).render(
  createElement(GraphiQL, {
    fetcher,
    defaultTabs: tabs(),
    ...(asked ? { storage: null, initialQuery: tabs()[0].query } : {}),
    shouldPersistHeaders: false,
  }),
);
