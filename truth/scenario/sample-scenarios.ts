import * as fs from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { GROUP } from '../../lib/schema/kinds';
import { bagKind, groupOf, isBuiltIn } from '../../lib/simulator/bag/bag-kind';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { readManifests } from '../../lib/yaml/read-manifests';
import { readCheckPage, type Sample } from '../../test/docs/check-page';
import type { Scenario } from './scenario';
import { RECORDINGS, readScenario, scenarioNames, writeScenario } from './scenario-file';
import { isInstance } from './supplements';

const PAGES = path.join(__dirname, '..', '..', 'docs', 'checks');

/** Folder of these scenarios below that of all. */
export const SAMPLES = 'samples';

/** Pages about all checks; they have no samples. */
const SHARED_PAGES: ReadonlySet<string> = new Set(['README', 'absence', 'suppressing']);

/** A sample of the page of a check. */
export interface PageSample {
  /** Path of its page below `docs/checks`, with the name of the sample: `monitor/port-exists/bad-1`. */
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly title: string;
  readonly objects: readonly KubeObject[];
  readonly options: Sample['options'];
}

/** A sample that a cluster can show nothing about, and why. */
export interface UnstageableSample {
  readonly name: string;
  readonly reason: string;
}

/** The samples of all pages, sorted by page. */
export function pageSamples(folder = PAGES): PageSample[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length).split(path.sep).join('/'))
    .filter((id) => !SHARED_PAGES.has(id))
    .sort()
    .flatMap((id) => samplesOf(id, fs.readFileSync(path.join(folder, `${id}.md`), 'utf8')));
}

/** The samples of one page. */
export function samplesOf(id: string, markdown: string): PageSample[] {
  const { bad, good, summary } = readCheckPage(markdown);
  const finds = summary.replace(/^\*\*.*?\*\*: /, '');
  return Object.entries({ bad, good }).flatMap(([kind, samples]) =>
    samples.map(({ yaml, options }, i) => ({
      name: `${id}/${kind}-${i + 1}`,
      title: `${kind === 'bad' ? 'Bad' : 'Good'} sample of ${id} (${finds})`,
      objects: readManifests(yaml).objects.map(({ object }) => object),
      options,
    })),
  );
}

/** Why no cluster of ours can show what becomes of a sample; `undefined` where one can. */
export function unstageable({ name, objects, options }: PageSample): string | undefined {
  const { operatorVersion, kubernetesVersion, stacks } = options.evaluation;
  if (operatorVersion !== undefined || kubernetesVersion !== undefined) {
    return 'it is about an older Operator or Kubernetes, and only the newest are run';
  }
  if (/^(?:dashboard|secret)\//.test(name)) {
    return 'it is about what Grafana makes of files, or about what people read, and neither is run';
  }
  const foreign = objects.find(isForeign);
  if (foreign !== undefined) {
    return `a cluster without ${groupOf(bagKind(foreign.apiVersion, foreign.kind))} knows no ${foreign.kind}`;
  }
  if (stacks !== undefined) {
    return 'it is about a release of a Helm chart, and no Helm is run';
  }
  return objects.some(hasOtherImage)
    ? 'it is about an image whose version is not spec.version, and no images are run'
    : undefined;
}

/** The scenarios of all samples that can be staged, without recordings. */
export function sampleScenarios(samples = pageSamples()): Scenario[] {
  return samples
    .filter((sample) => unstageable(sample) === undefined)
    .map(({ name, title, objects }) => ({ name: `${SAMPLES}/${name}`, title, objects }));
}

/** The samples of which there is no scenario. */
export function unstageableSamples(samples = pageSamples()): UnstageableSample[] {
  return samples.flatMap((sample) => {
    const reason = unstageable(sample);
    return reason === undefined ? [] : [{ name: sample.name, reason }];
  });
}

/**
 * Writes the scenarios of all samples, and removes those of samples that are gone. What was observed of a sample stays
 * where its objects are still the same.
 *
 * @returns names of the scenarios that have to be recorded
 */
export function writeSamples(scenarios = sampleScenarios(), folder = RECORDINGS): string[] {
  const there = new Set(sampleNames(folder));
  for (const name of there) {
    if (!scenarios.some((scenario) => scenario.name === name)) {
      fs.rmSync(path.join(folder, `${name}.yaml`));
    }
  }
  return scenarios.flatMap((scenario) => {
    const old = there.has(scenario.name) ? readScenario(scenario.name, folder) : undefined;
    const recording = old !== undefined && isDeepStrictEqual(old.objects, scenario.objects) ? old.recording : undefined;
    writeScenario({ ...scenario, recording }, folder);
    return recording === undefined ? [scenario.name] : [];
  });
}

/** Names of the scenarios of samples that there are files of. */
export function sampleNames(folder = RECORDINGS): string[] {
  return scenarioNames(folder).filter((name) => name.startsWith(`${SAMPLES}/`));
}

/** Whether its kind is one that neither Kubernetes nor the Operator brings along. */
function isForeign({ apiVersion, kind }: KubeObject): boolean {
  const group = groupOf(bagKind(apiVersion, kind));
  return group !== GROUP && !isBuiltIn(bagKind(apiVersion, kind));
}

function hasOtherImage(object: KubeObject): boolean {
  const tag = /:([^:/@]+)$/.exec(isInstance(object) ? String(object.spec?.image ?? '') : '')?.[1];
  return tag !== undefined && tag !== object.spec.version;
}
