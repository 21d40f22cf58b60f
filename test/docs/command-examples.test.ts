import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { runCli } from '../cli/run-cli';
import { repositoryRoot } from '../packaging/built-package';

/** A command of a page, with what the page shows of its output. */
interface CommandExample {
  readonly title: string;
  readonly argv: readonly string[];
  /** The file that stands for what is piped into the command. */
  readonly stdin: string;
  readonly text: string;
}

const MARKER = '<!-- output of the command above, given ';
const EXAMPLE =
  /^```sh\n(?<command>[^`]*)```\n\n<!-- output of the command above, given (?<stdin>\S+) -->\n```text\n(?<text>[^`]*(?:`[^`]+)*)^```$/gm;

const pages = ['README.md', ...markdownFiles('docs')];
const examples = pages.flatMap((page) => commandsOf(page, readFileSync(path.join(repositoryRoot, page), 'utf8')));

function commandsOf(page: string, markdown: string): CommandExample[] {
  const found = [...markdown.matchAll(EXAMPLE)].map(({ groups = {}, index }) => {
    const [, words] = /(?:^|\| )npx cdk8s-prometheus (.*)\n$/.exec(groups.command) ?? [];
    if (words === undefined) {
      throw new Error(
        `${page}: the command before "${MARKER}…" does not end in npx cdk8s-prometheus with its arguments.`,
      );
    }
    const title = `${page}:${markdown.slice(0, index).split('\n').length}`;
    return { title, argv: words.split(' '), stdin: groups.stdin, text: groups.text };
  });
  if (found.length !== markdown.split(MARKER).length - 1) {
    throw new Error(`${page}: "${MARKER}…" stands between no command and no text. See CONTRIBUTING.md.`);
  }
  return found;
}

function markdownFiles(folder: string): string[] {
  return readdirSync(path.join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file));
}

test('the README shows what the command line says', () => {
  expect(examples.map(({ title }) => title)).toContainEqual(expect.stringMatching(/^README\.md:/));
});

test.each(examples.map((example) => [example.title, example] as const))('%s shows its output', async (_, example) => {
  const stdin = readFileSync(path.join(repositoryRoot, example.stdin));
  const { stdout, stderr } = await runCli(example.argv, { stdin, engine: connectedEngine });
  expect({ stdout, stderr }).toEqual({ stdout: example.text, stderr: '' });
});

test('links in all pages lead to files and headings that are there', () => {
  const more = [
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'SECURITY.md',
    ...markdownFiles('examples'),
    ...markdownFiles('bench'),
  ];
  const broken = [...pages, ...more].flatMap((page) =>
    [...proseOf(page).matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)]
      .map(([, link]) => link)
      .filter((link) => !leadsSomewhere(page, link))
      .map((link) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

function leadsSomewhere(page: string, link: string): boolean {
  const [file, anchor] = link.split('#');
  const target = file === '' ? page : path.join(path.dirname(page), file);
  return existsSync(path.join(repositoryRoot, target)) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

/** The anchors that the headings of a page get where it is shown. */
function anchorsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function proseOf(page: string): string {
  return readFileSync(path.join(repositoryRoot, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
}
