import { isPlainObject } from '../../private/plain-object';
import type { Values } from '../values';
import type { GuardReport, ValueSteps } from './guard-problem';
import { pathText } from './guard-problem';
import { type KeyHint, keyHint } from './key-hints';
import { type ClosedMap, chartKeys, isClosed, KEYS_OF_CHART, type ValueNode } from './key-tree';
import { TemplateReferences } from './template-references';
import { typeProblem, typeText } from './value-types';

/** How well the keys of a chart are known. */
export type KeysKnown =
  /** All of them. */
  | 'all'
  /** Those of another version of the same major, which may have a few more. */
  | 'most'
  /** Those of the likeliest version. */
  | 'assumed'
  /** Those of another major. */
  | 'another major';

/** Keys that one warning lists; more would hide it. */
const MAX_LISTED = 12;

/** Maps without which the rendering ends, be it by null. */
const NEEDED = new Set([
  'crds',
  'defaultRules',
  'prometheus',
  'prometheus.prometheusSpec',
  'prometheus.serviceAccount',
  'prometheus.service',
  'alertmanager',
  'alertmanager.alertmanagerSpec',
  'alertmanager.serviceAccount',
  'alertmanager.service',
  'grafana',
  'grafana.admin',
  'grafana.service',
  'prometheusOperator',
  'prometheusOperator.admissionWebhooks',
  'prometheusOperator.serviceAccount',
  'prometheusOperator.tls',
  'kubeControllerManager',
  'kubeScheduler',
  'kubeEtcd',
  'kubeProxy',
  'coreDns',
  'kubeDns',
  'kubeApiServer',
  'kubelet',
]);

/** Keys that people add for themselves, most often to hold anchors of YAML. */
const OWN_KEY = /^(x-|_|\.)/;

/** Holds values against the keys and types of the chart. */
export function checkKeys(values: Values, known: KeysKnown, chart: string, report: GuardReport): void {
  new KeyCheck(values, known, chart, report).run();
}

class KeyCheck {
  private readonly notFound: string[] = [];
  private references: TemplateReferences | undefined;

  constructor(
    private readonly values: Values,
    private readonly known: KeysKnown,
    private readonly chart: string,
    private readonly report: GuardReport,
  ) {}

  public run(): void {
    this.visitMap(chartKeys(), this.values, []);
    if (this.notFound.length > 0) {
      const listed = this.notFound.slice(0, MAX_LISTED).join(', ');
      const more = this.notFound.length > MAX_LISTED ? ` and ${this.notFound.length - MAX_LISTED} more` : '';
      this.report.add(
        'stack/unchecked-values',
        'warning',
        [],
        `the keys of chart ${KEYS_OF_CHART} are known here, not those of ${this.chart}; ${KEYS_OF_CHART} does not read ${listed}${more}.`,
        `look them up in the values of chart ${this.chart}: what it does not read has no effect.`,
      );
    }
  }

  private visitMap(map: ClosedMap, values: Values, above: ValueSteps): void {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) {
        continue;
      }
      const steps = [...above, key];
      const node = map.children.get(key) ?? map.others;
      if (node === undefined) {
        this.unknown(map, steps);
      } else {
        this.visit(node, value, steps);
      }
    }
  }

  private visit(node: ValueNode, value: unknown, steps: ValueSteps): void {
    if (!isClosed(node)) {
      const problem = typeProblem(value, node.types);
      if (problem !== undefined) {
        const at = problem.item === undefined ? steps : [...steps, problem.item];
        this.report.add('stack/wrong-type', this.levelOfType(value), at, problem.message, problem.fix);
      }
      return;
    }
    if (isPlainObject(value)) {
      this.visitMap(node, value, steps);
    } else if (value !== null || NEEDED.has(pathText(steps))) {
      this.report.add(
        'stack/wrong-type',
        'error',
        steps,
        `${typeText(value)} stands where the chart needs a map.`,
        'give a map, or leave it out.',
      );
    }
  }

  /** In every chart a text is true; other types may have changed from one major to another. */
  private levelOfType(value: unknown): 'error' | 'warning' {
    return this.known === 'another major' && typeof value !== 'string' ? 'warning' : 'error';
  }

  private unknown(parent: ClosedMap, steps: ValueSteps): void {
    this.references ??= new TemplateReferences(this.values);
    if (this.references.uses(steps)) {
      return;
    }
    if (this.known === 'another major') {
      this.notFound.push(pathText(steps));
      return;
    }
    const hint = keyHint(steps, parent);
    const own = OWN_KEY.test(String(steps[steps.length - 1]));
    const sure = this.known === 'all' || (this.known === 'most' && hint !== undefined);
    const { what, fix } = hint ?? withoutHint(steps, own);
    this.report.add('stack/unknown-value', sure && !own ? 'error' : 'warning', steps, what, fix);
  }
}

const SPECS: readonly (readonly [path: string, kind: string])[] = [
  ['prometheus.prometheusSpec', 'Prometheus'],
  ['alertmanager.alertmanagerSpec', 'Alertmanager'],
  ['thanosRuler.thanosRulerSpec', 'ThanosRuler'],
];

function withoutHint(steps: ValueSteps, own: boolean): KeyHint {
  const spec = SPECS.find(([path]) => path === pathText(steps.slice(0, -1)));
  const what = 'is no value of the chart, which ignores it without a word.';
  if (spec !== undefined) {
    return { what, fix: `mend the name, or put a field of the ${spec[1]} object below ${spec[0]}.additionalConfig.` };
  }
  return own
    ? { what, fix: 'suppress this if it only holds anchors of YAML; otherwise remove it.' }
    : { what, fix: 'mend the name, or remove it.' };
}
