import type { SourcedObject } from '../kube-object';
import type { Instance } from '../operator/instance';
import type { RelabelSupport } from '../operator/object-lookup';
import { namespaceOf } from '../operator/problem';
import type { DirectJob } from './direct-job';
import { memo, timing, whatIsAsked } from './generate-jobs';
import { type DirectPlan, probePlan } from './probe-plan';
import { scrapeConfigPlan } from './scrape-config-plan';

/** What jobs of several instances have in common. */
type SharedPlan = DirectPlan & Pick<DirectJob, 'scrapeInterval' | 'scrapeTimeout'>;

/** Makes the jobs of Probes and ScrapeConfigs, and remembers what several instances have in common. */
export class DirectJobGenerator {
  private readonly plans = new Map<string, WeakMap<SourcedObject, SharedPlan>>();
  private readonly plansOf = new WeakMap<Instance, WeakMap<SourcedObject, SharedPlan>>();

  constructor(private readonly relabel: RelabelSupport) {}

  /** The job of a Probe or ScrapeConfig at a managed instance; `undefined` where none comes of it. */
  public jobOf(monitor: SourcedObject, instance: Instance): DirectJob | undefined {
    if (instance.settings.daemonSet) {
      return undefined;
    }
    // `ownNamespace` means another one for each.
    const namespace = namespaceOf(instance.object.object);
    const known = memo(this.plansOf, instance, () =>
      memo(this.plans, `${namespace} ${whatIsAsked(instance.settings)}`, () => new WeakMap()),
    );
    const plan = memo(known, monitor, () => this.plan(monitor, instance, namespace));
    return { ...plan, plan, instance, prometheus: instance.key };
  }

  private plan(monitor: SourcedObject, { settings }: Instance, namespace: string): SharedPlan {
    const { kind, spec = {} } = monitor.object;
    return kind === 'Probe'
      ? { ...probePlan(monitor, settings, this.relabel), ...timing(spec, settings) }
      : {
          ...scrapeConfigPlan(monitor, settings, this.relabel, namespace),
          ...timing({ interval: spec.scrapeInterval, scrapeTimeout: spec.scrapeTimeout }, settings),
        };
  }
}
