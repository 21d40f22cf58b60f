import { Level } from '../../report/finding';
import { instancePoisonsOf } from '../../simulator/operator/poisons';
import { monitorsOf } from '../affected-monitors';
import type { Check } from '../check';
import { instanceDraft } from '../instance-drafts';

const CODES = [
  'refused/scrape-interval-empty',
  'refused/source-label',
  'refused/remote-read-authentication',
  'refused/own-job-name',
];

/**
 * Something in the Prometheus itself for which Prometheus refuses its whole configuration. The Operator lets it pass.
 *
 * Mirrors: prometheus v3.13 `config/config.go` and `model/relabel/relabel.go`; prometheus-operator v0.93
 * `pkg/prometheus/promcfg.go`. A scrape class that no monitor uses does no harm.
 */
export const refusedConfig: Check = {
  id: 'prometheus/refused-config',
  level: Level.ERROR,
  summary: 'configuration that Prometheus refuses',
  why: 'Prometheus runs on with the configuration of before, and its pods do not start anew.',
  codes: CODES,
  *run(context) {
    const { simulation, assumedInstance } = context;
    for (const instance of assumedInstance ? [] : simulation.instances.filter(({ state }) => state === 'managed')) {
      const { scrapeClasses, additionalScrapeConfigs } = instance.object.object.spec ?? {};
      // To know the monitors takes time, and only these ask for them.
      const asks = Array.isArray(scrapeClasses) || Boolean(additionalScrapeConfigs);
      const monitors = asks ? [...monitorsOf(context, instance)] : [];
      for (const problem of instancePoisonsOf(instance, monitors, simulation.lookup)) {
        yield instanceDraft(context, instance, problem);
      }
    }
  },
};
