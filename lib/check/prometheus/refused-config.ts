import { Level } from '../../report/finding';
import { instancePoisonsOf } from '../../simulator/refusal/instance-poisons';
import { takenBy } from '../affected-monitors';
import type { Check } from '../check';
import { instanceDraft } from '../instance-drafts';

const CODES = [
  'refused/agent-storage',
  'refused/authorization-type-basic',
  'refused/azure-uuid',
  'refused/duration',
  'refused/label-name',
  'refused/name-schemes',
  'refused/no-proxy-beside-environment',
  'refused/no-proxy-without-proxy',
  'refused/no-scrape-protocol-left',
  'refused/own-alerting',
  'refused/own-job',
  'refused/own-job-name',
  'refused/port-no-regex',
  'refused/proxy-header-without-proxy',
  'refused/proxy-twice',
  'refused/proxy-url',
  'refused/queue',
  'refused/relabeling',
  'refused/remote-name',
  'refused/reserved-header',
  'refused/size',
  'refused/source-label',
  'refused/tracing-tls',
  'refused/two-authentications',
  'refused/url',
];

/**
 * Something in the Prometheus itself for which Prometheus refuses its whole configuration. The Operator lets it pass.
 *
 * Mirrors: prometheus v3.15 `config/config.go`, `model/relabel/relabel.go` and `storage/remote/azuread/azuread.go`;
 * prometheus/common v0.71 `config/http_config.go`; prometheus-operator v0.93 `pkg/prometheus/promcfg.go`. A scrape class that
 * no monitor uses does no harm.
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
      for (const problem of instancePoisonsOf(instance, [...takenBy(context, instance)], simulation.lookup)) {
        yield instanceDraft(context, instance, problem);
      }
    }
  },
};
