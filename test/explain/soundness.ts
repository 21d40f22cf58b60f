import type { Evaluation } from '../../lib/check/evaluation';
import type { Explanation } from '../../lib/report/explanation';
import { LinkState } from '../../lib/report/explanation';
import type { ObjectReference } from '../../lib/report/finding';
import type { Target } from '../../lib/report/target-list';
import { allLinks } from './bags';

/** An object as `Kind/namespace/name`. */
export function nameOfObject({ kind, metadata }: any): string {
  return `${kind}/${metadata.namespace}/${metadata.name}`;
}

/**
 * Expects that the explanations of all objects agree with the targets and the findings.
 *
 * @returns how many of them are scraped
 */
export function expectSound(evaluation: Evaluation): number {
  const { targets, unknown } = evaluation.targets();
  const { findings } = evaluation.report();
  let scraped = 0;
  for (const { object } of evaluation.explainable()) {
    const explanation = evaluation.explain(object.kind, object.metadata.namespace as string, object.metadata.name);
    if (explanation === undefined) {
      throw new Error(`no explanation of ${nameOfObject(object)}`);
    }
    const own = targets.filter((target) => concerns(target, explanation.object));
    const { verdict } = explanation;
    const about = `${nameOfObject(object)}: ${verdict}`;
    if (isControlled(object)) {
      continue;
    }
    expect({ about, targets: explanation.targets }).toEqual({ about, targets: own.slice(0, 200) });
    expect({ about, scraped: /^Scrape[ds] (?!nothing)/.test(verdict) }).toEqual({ about, scraped: own.length > 0 });
    expect(verdict).toMatch(/^(Scraped by|Not scraped:|Unknown:|Scrapes|Loaded by|Not loaded:) .*\.$/);
    expect(verdict).not.toContain('undefined');
    scraped += own.length > 0 ? 1 : 0;
    // What one instance takes in vain and another one may take is not among what is unknown.
    const [, ...others] = explanation.chains;
    if (others.length === 0 && /Monitor$/.test(object.kind) && verdict.startsWith('Unknown:')) {
      expect({ about, unknown: unknown.some((one) => isSame(one.object, explanation.object)) }).toEqual({
        about,
        unknown: true,
      });
    }
    expectChecksFound(explanation, findings);
  }
  return scraped;
}

function expectChecksFound(explanation: Explanation, findings: readonly any[]): void {
  for (const { check, object = explanation.object, field = '', state, text } of allLinks(explanation)) {
    expect(text).not.toMatch(/undefined|\[object/);
    if (check !== undefined) {
      expect(findings).toContainEqual(expect.objectContaining({ check, object, field }));
      expect(explanation.findings).toContainEqual(expect.objectContaining({ check, object, field }));
      expect(state).not.toBe(LinkState.HOLDS);
    }
  }
}

function concerns(target: Target, object: ObjectReference): boolean {
  const same = (one: { namespace: string; name: string; kind?: string } | null) =>
    one !== null && isSame({ apiVersion: '', kind: object.kind, ...one }, object);
  switch (object.kind) {
    case 'ServiceMonitor':
    case 'PodMonitor':
      return same(target.monitor);
    case 'Service':
      return target.service !== null && same({ namespace: target.namespace, name: target.service });
    case 'Prometheus':
    case 'PrometheusAgent':
      return target.prometheus === `${object.namespace}/${object.name}`;
    default:
      return same(target.workload);
  }
}

function isSame(a: ObjectReference, b: ObjectReference): boolean {
  return a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
}

/** The targets of what another object controls are those of the other one. */
function isControlled(object: any): boolean {
  return (object.metadata.ownerReferences ?? []).some((owner: any) => owner.controller);
}
