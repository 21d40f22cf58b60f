import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import type { KubeObject } from '../../lib/simulator/kube-object';
import type { Recording, Scenario } from './scenario';

/** Folder of all scenarios. */
export const RECORDINGS = path.join(__dirname, '..', '..', 'test', 'truth');

const EXTENSION = '.yaml';

/** Names of all scenarios below a folder, sorted: their paths without the extension. */
export function scenarioNames(folder = RECORDINGS): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length).split(path.sep).join('/'))
    .sort();
}

/**
 * Reads a scenario: a document with its title, a document for each object, and one with what was observed.
 *
 * @throws if the file has another form
 */
export function readScenario(name: string, folder = RECORDINGS): Scenario {
  return parseScenario(name, fs.readFileSync(path.join(folder, name + EXTENSION), 'utf8'));
}

export function parseScenario(name: string, text: string): Scenario {
  const documents: unknown[] = [];
  for (const document of parseAllDocuments(text)) {
    const [error] = document.errors ?? [];
    if (error !== undefined) {
      throw new Error(`test/truth/${name}.yaml cannot be read: ${error.message}`);
    }
    const plain: unknown = document.toJS();
    // As with kubectl, a document without anything is none.
    if (plain !== null) {
      documents.push(plain);
    }
  }
  const [head, ...rest] = documents as any[];
  if (typeof head?.scenario !== 'string') {
    throw new Error(`test/truth/${name}.yaml has no title. Fix: begin it with a document "scenario: <what it shows>".`);
  }
  const last = rest.at(-1);
  const recording: Recording | undefined = last?.truth === undefined ? undefined : last;
  const objects: KubeObject[] = recording === undefined ? rest : rest.slice(0, -1);
  return { name, title: head.scenario, objects, recording };
}

/** Writes down what was observed, in place of what was observed before, and leaves the rest of the file as it is. */
export function writeRecording(name: string, recording: Recording, folder = RECORDINGS): void {
  const file = path.join(folder, name + EXTENSION);
  const text = fs.readFileSync(file, 'utf8');
  const end = text.search(RECORDED);
  const objects = end < 0 ? text : text.slice(0, end);
  const newline = objects.endsWith('\n') ? '' : '\n';
  fs.writeFileSync(file, `${objects}${newline}---\n${recordingText(name, recording)}`);
}

/** Begin of the document with what was observed, whether or not its comment is still there. */
const RECORDED = /^---\n(?:# Recorded by: .*\n)?versions:\n/m;

/** Writes a scenario of which there is no file yet, or another one. */
export function writeScenario({ name, title, objects, recording }: Scenario, folder = RECORDINGS): void {
  const file = path.join(folder, name + EXTENSION);
  const documents = [{ scenario: title }, ...objects].map((document) => toYaml(document));
  const end = recording === undefined ? [] : [recordingText(name, recording)];
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, [...documents, ...end].join('---\n'));
}

function recordingText(name: string, { versions, truth }: Recording): string {
  return `# Recorded by: npm run truth -- record ${name}\n${toYaml({ versions, truth })}`;
}

function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, sortMapEntries: false });
}
