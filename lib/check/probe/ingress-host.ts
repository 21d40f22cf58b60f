import { Level } from '../../report/finding';
import { lacksHost } from '../../simulator/discovery/ingress-targets';
import type { SourcedObject } from '../../simulator/kube-object';
import { nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { directGroups } from '../direct-groups';

/**
 * A Probe that takes an Ingress with a rule without a host, so that the prober is asked without being told what to probe.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateProbeConfig`: the parameter `target` is set only from
 * a host that is there.
 *
 * Silent where a relabeling sets the parameter.
 */
export const ingressHost: Check = {
  id: 'probe/ingress-host',
  level: Level.ERROR,
  summary: 'probed Ingress with a rule without a host',
  why: 'The request to the prober lacks the parameter target. It is answered with 400, and the target is down for good.',
  *run(context) {
    const found = new Map<SourcedObject, Map<SourcedObject, number>>();
    for (const { monitor, targets } of directGroups(context)) {
      if (monitor.object.kind !== 'Probe') {
        continue;
      }
      const raw = new Set(
        targets.found
          .filter(({ scraped, raw: one }) => lacksHost(one) && !('target' in scraped.params))
          .map(({ raw: one }) => one),
      );
      const ingresses = raw.size === 0 ? [] : targets.ingresses;
      for (const ingress of ingresses) {
        const own = context.simulation.discovery.ingressTargets(ingress).filter((one) => raw.has(one));
        if (own.length > 0) {
          const rules: any[] = ingress.object.spec.rules;
          const probes = found.get(ingress) ?? new Map<SourcedObject, number>();
          found.set(
            ingress,
            probes.set(
              monitor,
              rules.findIndex(({ host }) => (host ?? '') === ''),
            ),
          );
        }
      }
    }
    for (const [ingress, probes] of found) {
      const [[probe, rule]] = probes;
      const others = probes.size > 1 ? ` and ${probes.size - 1} more` : '';
      yield {
        object: ingress,
        field: `spec.rules[${rule}]`,
        message: `The rule names no host, and ${nameOf(probe)}${others} takes the Ingress: nobody can say which host to probe.`,
        basis: 'present',
        fix: {
          text: `host: shop.example in the rule; or leave such targets out, by relabelingConfigs of the Probe: { sourceLabels: [__meta_kubernetes_ingress_host], regex: .+, action: keep }.`,
        },
        related: [{ object: probe, field: 'spec.targets.ingress', message: 'takes the Ingress' }],
      };
    }
  },
};
