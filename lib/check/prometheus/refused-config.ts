import { Level } from '../../report/finding';
import type { Check } from '../check';
import { instanceDraft } from '../instance-drafts';
import { ownPoisons } from '../poisons-at-instance';

const CODES = [
  'duration',
  'size',
  'target-label',
  'label-name',
  'source-label',
  'relabeling',
  'no-scrape-protocol-left',
  'name-schemes',
  'authentication',
  'authorization-type',
  'client-id',
  'proxy',
  'url',
  'header',
  'remote-name',
  'queue',
  'azure-uuid',
  'alertmanager-no-regex',
  'tracing-file',
  'agent-storage',
  'own-job-name',
  'own-config',
  'operator-crash',
].map((name) => `refused/${name}`);

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
    for (const instance of assumedInstance ? [] : simulation.instances) {
      for (const problem of ownPoisons(context, instance)) {
        yield instanceDraft(context, instance, problem);
      }
    }
  },
};
