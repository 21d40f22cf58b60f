import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readManifests } from '../lib/yaml/read-manifests';
import { startRigs } from '../truth/machine/rig';
import { program, VERSIONS } from '../truth/machine/tools';
import { jobsOf } from '../truth/observation/jobs-of';
import { Naming } from '../truth/observation/naming';
import { rejectionsOf } from '../truth/observation/rejections';
import { predict } from '../truth/prediction/predict';
import { isInstance } from '../truth/scenario/supplements';
import { keyOf } from '../truth/scenario/truth';
import { operatorArguments } from '../truth/stage/operator-arguments';
import { stageObjects } from '../truth/stage/stage-objects';
import { BREAKAGES, type Breakage, broken } from './breakages';
import { Photographer } from './browser/photographer';
import { type ComparedFact, compareTarget, differences, type PredictedTarget } from './compare-target';
import type { BrokenRun, StoryRun } from './page/run-page';
import type { Step } from './tutorial/read-tutorial';
import { runSteps, runText } from './tutorial/run-steps';
import { LivePrometheus, PROMETHEUS_URL } from './world/live-prometheus';
import { predictedRelease } from './world/predicted-release';
import { SampleApp } from './world/sample-app';

const APP = 'app.kubernetes.io/name=sample-app';

/** Where the story happens, and where its pictures go. */
export interface Stage {
  /** Folder of the project of the tutorial. */
  readonly project: string;
  readonly pictures: string;
  /** For all that is only for this run. */
  readonly work: string;
  readonly log: (line: string) => void;
}

/**
 * Does what the tutorial says, looks whether the targets are UP and as predicted, and breaks the story in every way that
 * `breakages.ts` has.
 *
 * @throws Error if anything is not as the tutorial, or the command line, says
 */
export async function tellStory(steps: readonly Step[], { project, pictures, work, log }: Stage): Promise<StoryRun> {
  const [{ cluster, operators }] = await startRigs(1, work);
  const photographer = await Photographer.start();
  const env = {
    ...process.env,
    KUBECONFIG: cluster.kubeconfig,
    PATH: `${path.dirname(program('kubectl'))}${path.delimiter}${process.env.PATH}`,
  };
  const shell = (text: string): string => runText(text, { folder: project, env });
  const manifest = path.join(project, 'dist', 'sample-app.k8s.yaml');
  const report = pathToFileURL(path.join(project, 'report.html')).href;
  let release: ReturnType<typeof predictedRelease> = [];
  let prometheus: LivePrometheus | undefined;
  let app: SampleApp | undefined;

  await runSteps(steps, {
    ...{ folder: project, env, log },
    instead: {
      'apply what the release is predicted to contain': async () => {
        release = predictedRelease(path.join(project, 'dist', 'prometheus-stack.values'));
        await operators.run(operatorArguments(release));
        const refused = Object.entries(await stageObjects(release, cluster));
        if (refused.length > 0) {
          throw new Error(`The API server refuses what the release is predicted to contain: ${refused.join('; ')}`);
        }
      },
      'start the app on the address of each pod': async () => {
        await cluster.baseline.settled();
        app = await SampleApp.start(cluster, path.join(project, 'app', 'server.js'), APP);
      },
      'open the Targets page': async () => {
        await cluster.baseline.settled();
        prometheus = await LivePrometheus.start(cluster, instanceOf(release), path.join(work, 'prometheus'));
      },
    },
  });
  if (prometheus === undefined || app === undefined) {
    throw new Error('The tutorial starts no app, or opens no Targets page.');
  }

  const targets = await prometheus.upTargets(app.pods);
  const all = `${targets.length} / ${targets.length} up`;
  await photographer.take(`${PROMETHEUS_URL}/targets`, all, path.join(pictures, 'targets-up.png'));
  log(`${targets.length} targets are UP.`);
  await photographer.take(report, 'will be scraped', path.join(pictures, 'report.png'));
  const objects = [...release, ...readManifests(fs.readFileSync(manifest, 'utf8'), manifest).objects.map(objectOf)];
  const naming = await Naming.of(cluster.api, predict(objects, VERSIONS).context.simulation.discovery.pods.all);
  const facts = factsOf(JSON.parse(shell('npx cdk8s-prometheus targets dist --format json')).targets);
  log('Each of their labels is as predicted.');

  const whole = fs.readFileSync(manifest, 'utf8');
  const runs: BrokenRun[] = [];
  for (const breakage of BREAKAGES) {
    runs.push(await breakStory(prometheus, breakage));
    fs.writeFileSync(manifest, whole);
    shell('kubectl apply --validate=strict -f dist/sample-app.k8s.yaml');
    await prometheus.reload();
    await prometheus.upTargets(app.pods);
    log(`${breakage.check}: as said, and UP again.`);
  }
  const versions = [
    { name: 'Kubernetes', version: VERSIONS.kubernetes },
    { name: 'Prometheus Operator', version: VERSIONS.operator },
    { name: 'Prometheus', version: VERSIONS.prometheus3 },
    { name: 'Chromium', version: photographer.version() },
  ];
  await Promise.all([photographer.stop(), prometheus.stop(), app.stop()]);
  return { versions, up: targets.length, facts, broken: runs };

  function factsOf(predicted: readonly PredictedTarget[]): readonly ComparedFact[] {
    const jobs = jobsOf(
      predicted.map(({ job }) => job),
      [{ activeTargets: targets, droppedTargets: [] }],
      naming,
      'shards',
    );
    const [one, ...more] = predicted;
    const active = jobs[one?.job]?.active ?? [];
    if (one === undefined || more.length > 0 || active.length !== 1) {
      throw new Error(`"targets" predicts ${predicted.length} targets, and Prometheus has ${active.length}.`);
    }
    const compared = compareTarget(one, active[0]);
    const wrong = differences(compared).map(({ name, predicted: p, observed: o }) => `${name}: ${p}, not ${o}`);
    if (wrong.length > 0) {
      throw new Error(`"targets" predicts something else than Prometheus has. ${wrong.join('; ')}`);
    }
    return compared;
  }

  async function breakStory(live: LivePrometheus, breakage: Breakage): Promise<BrokenRun> {
    const before = readManifests(whole, manifest).objects.map(objectOf);
    const text = broken(whole, breakage);
    const after = readManifests(text, manifest).objects.map(objectOf);
    fs.writeFileSync(manifest, text);
    // What was said of another breakage is not asked for.
    shell('kubectl delete events.events.k8s.io --all --all-namespaces');
    // It ends with 1, since there is an error.
    const { findings } = JSON.parse(shell('npx cdk8s-prometheus check dist --format json || [ $? = 1 ]'));
    const found = findings.map(({ check }: { check: string }) => check).join(', ');
    const left = JSON.parse(shell('npx cdk8s-prometheus targets dist --format json')).targets;
    if (found !== breakage.check || left.length > 0) {
      throw new Error(
        `With ${breakage.check} "check" finds ${found || 'nothing'}, and ${left.length} targets are left.`,
      );
    }
    const said = shell('npx cdk8s-prometheus check dist || [ $? = 1 ]');
    if (breakage === BREAKAGES[0]) {
      shell('npx cdk8s-prometheus report dist -o report.html');
      await photographer.take(report, 'is not reached', path.join(pictures, 'report-broken.png'));
    }
    shell('kubectl apply --validate=strict -f dist/sample-app.k8s.yaml');
    for (const gone of before.filter((object) => !after.some((one) => keyOf(one) === keyOf(object)))) {
      shell(`kubectl delete ${gone.kind} --namespace ${gone.metadata.namespace} ${gone.metadata.name}`);
    }
    await live.reload();
    const monitor = after.find(({ kind }) => kind === 'ServiceMonitor');
    if (monitor === undefined) {
      throw new Error('The manifest has no ServiceMonitor.');
    }
    const shown = await live.shown(`serviceMonitor/${monitor.metadata.namespace}/${monitor.metadata.name}/0`);
    if (shown !== breakage.shows) {
      throw new Error(`With ${breakage.check} Prometheus shows "${shown}", not "${breakage.shows}".`);
    }
    const event = (await rejectionsOf(cluster.api)).get(keyOf(instanceOf(release)))?.[keyOf(monitor)];
    if ((event !== undefined) !== breakage.event) {
      throw new Error(`With ${breakage.check} the Operator says ${event ?? 'nothing'}.`);
    }
    const picture = `${breakage.check.replace('/', '-')}.png`;
    const wanted = breakage.shows === 'no job' ? 'No scrape pools found' : 'Hiding 1 empty pools';
    await photographer.take(`${PROMETHEUS_URL}/targets`, wanted, path.join(pictures, picture));
    for (const added of after.filter((object) => !before.some((one) => keyOf(one) === keyOf(object)))) {
      shell(`kubectl delete ${added.kind} --namespace ${added.metadata.namespace} ${added.metadata.name}`);
    }
    return { breakage, said: withoutLinks(said), shown: breakage.shows, event, picture };
  }
}

function instanceOf(objects: ReturnType<typeof predictedRelease>): ReturnType<typeof predictedRelease>[number] {
  const [instance, ...more] = objects.filter(isInstance);
  if (instance === undefined || more.length > 0) {
    throw new Error(`The release is predicted to contain ${more.length + (instance ? 1 : 0)} Prometheus objects.`);
  }
  return instance;
}

function objectOf({ object }: { readonly object: ReturnType<typeof predictedRelease>[number] }): typeof object {
  return object;
}

function withoutLinks(report: string): string {
  return report.replace(/\nAbout these checks:\n(?: {2}.*\n)+/, '');
}
