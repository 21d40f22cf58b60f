import { Explainer } from '../explain/explainer';
import { makePicture } from '../picture/make-picture';
import type { CheckReport } from '../report/check-report';
import { type Finding, Level, type ObjectSource } from '../report/finding';
import type { TargetList } from '../report/target-list';
import type { SourcedObject } from '../simulator/kube-object';
import { Simulation } from '../simulator/simulation';
import { answersOf } from './answers/answers-of';
import { assumedPrometheus } from './assumed-prometheus';
import type { Check, Draft } from './check';
import type { CheckContext } from './check-context';
import type { Evaluation, EvaluationOptions } from './evaluation';
import { knownAlerts } from './known-alerts';
import { countTargets, listTargets } from './list-targets';
import { makeContext } from './make-context';
import { parseValues } from './parse-values';
import { prepareObjects } from './prepare-objects';
import { CHECKS } from './registry';
import { routeAlert } from './route-alert';
import { suppress, suppressionsOf, unusedDrafts } from './suppression/suppress';
import { unused as unusedCheck } from './suppression/unused';
import { type Locate, toFinding } from './to-finding';
import { unknownTargets } from './unknown-targets';

const VERSION = 1;

/** Looks at objects from all sides. */
export function createEvaluation(objects: readonly SourcedObject[], options: EvaluationOptions = {}): Evaluation {
  const once = new Map<string, unknown>();
  const memo = <T>(name: string, make: () => T): T => {
    if (!once.has(name)) {
      once.set(name, make());
    }
    return once.get(name) as T;
  };
  const context = (): CheckContext => memo('context', () => contextOf(objects, options));
  const report = (): CheckReport => memo('report', () => reportOf(context(), options));
  const explainer = (): Explainer =>
    memo(
      'explainer',
      () =>
        new Explainer(context(), {
          findings: () => report().findings,
          locate: options.locate ?? ((source) => source),
          defaultNamespace: options.defaultNamespace ?? 'default',
        }),
    );
  return {
    report,
    targets: (): TargetList => memo('targets', () => listTargets(context())),
    route: (labels) => routeAlert(context(), labels),
    picture: () =>
      memo('picture', () =>
        makePicture({
          context: context(),
          report: report(),
          unknown: unknownTargets(context()),
          locate: options.locate ?? ((source) => source),
          defaultNamespace: options.defaultNamespace ?? 'default',
        }),
      ),
    alerts: () => memo('alerts', () => knownAlerts(context())),
    explain: (kind, namespace, name) => explainer().explain(kind, namespace, name),
    explainable: () => memo('explainable', () => explainer().explainable()),
  };
}

function contextOf(objects: readonly SourcedObject[], options: EvaluationOptions): CheckContext {
  const absence = options.absence ?? 'default';
  const prepared = prepareObjects(objects, { ...options, parseYaml: parseValues });
  const simulationOptions = {
    defaultNamespace: prepared.defaultNamespace,
    operatorVersion: options.operatorVersion,
    kubernetesVersion: options.kubernetesVersion,
    refused: prepared.refused,
    stacks: prepared.stacks,
    complete: absence === 'complete',
  };
  const simulation = new Simulation(prepared.objects, simulationOptions);
  if (simulation.instances.length > 0) {
    return makeContext(simulation, prepared, absence, false);
  }
  // What is wrong whichever Prometheus there is can still be found.
  return makeContext(
    new Simulation([...prepared.objects, assumedPrometheus()], simulationOptions),
    prepared,
    absence,
    true,
  );
}

function reportOf(context: CheckContext, options: EvaluationOptions): CheckReport {
  const locate: Locate = options.locate ?? ((source) => source);
  const { absence, prepared, simulation } = context;
  const findingOf = (check: Check, draft: Draft) => toFinding(check, draft, absence, locate, simulation.bag);
  const all = CHECKS.flatMap((check) => [...check.run(context)].flatMap((draft) => findingOf(check, draft) ?? []));
  const suppressions = [...suppressionsOf(prepared.given), ...(options.suppressions ?? [])];
  const { findings, suppressed, unused } = suppress(all, suppressions);
  const ids = CHECKS.map(({ id }) => id);
  const complaints = unusedDrafts(unused, ids).flatMap((draft) => findingOf(unusedCheck, draft) ?? []);
  const sorted = [...findings, ...complaints].sort(byImportance);
  const count = (level: Level) => sorted.filter((finding) => finding.level === level).length;
  return {
    version: VERSION,
    findings: sorted,
    suppressed: [...suppressed].sort((a, b) => byImportance(a.finding, b.finding)),
    summary: {
      objects: prepared.given.length,
      targets: countTargets(context),
      errors: count(Level.ERROR),
      warnings: count(Level.WARNING),
      infos: count(Level.INFO),
      suppressed: suppressed.length,
    },
    answers: answersOf(context),
  };
}

const ORDER = [Level.ERROR, Level.WARNING, Level.INFO];

function byImportance(a: Finding, b: Finding): number {
  return ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || compare(placeOf(a), placeOf(b));
}

function placeOf({ source, object, field, check, message }: Finding): string {
  return JSON.stringify([...placeInText(source), object.kind, object.namespace, object.name, field, check, message]);
}

function placeInText({ file, construct, line, column }: ObjectSource): string[] {
  const padded = (number: number | undefined): string => String(number ?? 0).padStart(9, '0');
  return [file ?? '', construct ?? '', padded(line), padded(column)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
