import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';

const HERE = process.cwd();
/** Upper-case words that pages may name besides our own variables. */
const FOREIGN_VARIABLES = ['NODE_OPTIONS', 'NO_COLOR', 'CI', 'PATH', 'PGPASSWORD'];

interface Page {
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
  /** Without fenced code. */
  readonly prose: string;
}

function page(path: string): Page {
  const text = readFileSync(join(HERE, path), 'utf8');
  return { path, text, prose: text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '') };
}

function markdown(folder: string): string[] {
  return readdirSync(join(HERE, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

const pages = [...readdirSync(HERE).filter((name) => name.endsWith('.md')), ...markdown('docs')].map(page);

/** `[text](target)`, `[name]: target`, `src="target"` and `href="target"`, without those that leave the repository. */
function linksOf({ prose }: Page): string[] {
  const shown = prose.replace(/`[^`\n]*`/g, '');
  const patterns = [/\]\(\s*<?([^)>\s]+)>?[^)]*\)/g, /^\[[^\]]+\]:\s+(\S+)/gm, /\b(?:src|href|srcset)="([^"]+)"/g];
  const targets = patterns.flatMap((pattern) => [...shown.matchAll(pattern)].map(([, target = '']) => target));
  return targets.filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));
}

/** The anchors GitHub gives to headings. */
function anchorsOf({ prose }: Page): string[] {
  const seen = new Map<string, number>();
  return [...prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, heading = '']) => {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

/** What is wrong with a link, or nothing. */
function fault(from: Page, target: string): string | undefined {
  const [file = '', anchor] = target.split('#', 2);
  const path = file === '' ? from.path : relative(HERE, join(HERE, dirname(from.path), decodeURIComponent(file)));
  if (path.startsWith('..')) return `${from.path}: ${target} leaves the repository`;
  if (!existsSync(join(HERE, path))) return `${from.path}: ${target} is not there`;
  if (anchor === undefined || !path.endsWith('.md')) return undefined;
  return anchorsOf(page(path)).includes(anchor) ? undefined : `${from.path}: no heading for ${target}`;
}

function inlineCode({ prose }: Page): string[] {
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

function scripts(): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));
  return Object.keys(z.object({ scripts: z.record(z.string(), z.string()) }).parse(manifest).scripts);
}

/** Names of environment variables that the configuration page lists; `npm run drift` holds that page to the code. */
function variables(): Set<string> {
  const path = join(HERE, 'docs/configuration.md');
  const words = readFileSync(path, 'utf8').match(/\b[A-Z][A-Z0-9_]+\b/g) ?? [];
  return new Set([...words, ...FOREIGN_VARIABLES]);
}

function enumValues(): Set<string> {
  const path = join(HERE, 'schema.graphql');
  return new Set(existsSync(path) ? readFileSync(path, 'utf8').match(/\b[A-Z][A-Z0-9_]+\b/g) : []);
}

describe('documentation', () => {
  it('has the pages a newcomer looks for', () => {
    const paths = pages.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']));
    expect(readFileSync(join(HERE, 'LICENSE'), 'utf8')).toContain('Apache License');
  });

  it('links only to what is there', () => {
    const faults = pages.flatMap((from) => linksOf(from).map((target) => fault(from, target)));
    expect(faults.filter((text) => text !== undefined)).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });

  it('names only files that exist', () => {
    const missing = pages.flatMap((from) =>
      inlineCode(from)
        .filter((code) => /^(apps|libs|test|docs|scripts|bench|\.ci)\/[\w./-]+$/.test(code))
        .filter((code) => !existsSync(join(HERE, code)))
        .map((code) => `${from.path}: ${code}`),
    );
    expect(missing).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const known = new Set(scripts());
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm (?:run(?: --silent)? ([a-z][\w:-]*)|(test|start)\b)/g)].map(([, script, shorthand]) => ({
        path,
        name: script ?? shorthand ?? '',
      })),
    );
    expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  it('names only environment variables that the configuration has', () => {
    const known = variables();
    const values = enumValues();
    const named = pages.flatMap(({ path, text }) => [
      ...[...text.matchAll(/(?:^|[\s`"'])([A-Z][A-Z0-9_]{2,})=\S/gm)].map(([, name = '']) => ({ path, name })),
      ...[...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)].map(([, name = '']) => ({ path, name })),
    ]);
    expect(named.filter(({ name }) => !known.has(name) && !values.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  it('numbers its decisions without gaps or repetitions, each under its title', () => {
    const decisions = markdown('docs/adr')
      .map((path) => basename(path))
      .sort();
    decisions.forEach((name, index) => {
      const number = String(index + 1).padStart(4, '0');
      expect(name).toMatch(new RegExp(`^${number}-[a-z0-9]+(-[a-z0-9]+)*\\.md$`));
      const [title = ''] = readFileSync(join(HERE, 'docs/adr', name), 'utf8').split('\n');
      expect(title).toMatch(new RegExp(`^# (ADR )?0*${index + 1}[.:] \\S`));
    });
    expect(decisions.length).toBeGreaterThan(0);
  });
});
