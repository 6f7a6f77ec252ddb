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
  return response.json();
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
