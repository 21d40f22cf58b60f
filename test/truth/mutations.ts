import type { Difference } from '../../truth/comparison/compare';
import type { Prediction } from '../../truth/prediction/predict';
import { addressIn } from '../../truth/prediction/target-url';
import type { AlertmanagerTruth, ConfigurationTruth } from '../../truth/scenario/alertmanager-truth';
import type { ActiveTarget, InstanceOutcome, InstanceTruth, JobTruth, Truth } from '../../truth/scenario/truth';

/** A way to falsify one recorded fact. */
export interface Mutation {
  readonly title: string;
  /** What kind of difference has to come of it. */
  readonly fact: Difference['kind'];
  /** What was observed, each time with another fact falsified; nothing where it holds no such fact. */
  mutate(observed: Truth, predicted: Prediction): Truth[];
}

const OUTCOMES: readonly InstanceOutcome[] = ['ignored', 'failed', 'unmanaged', 'refused', 'loaded'];

const NOBODY = 'ServiceMonitor nowhere/nobody';

export const MUTATIONS: readonly Mutation[] = [
  {
    title: 'an object that was refused is not',
    fact: 'refused',
    mutate: (truth) => without(truth.refused).map((refused) => ({ ...truth, refused })),
  },
  {
    title: 'an object that was accepted is refused',
    fact: 'refused',
    mutate: (truth) => [{ ...truth, refused: { ...truth.refused, [NOBODY]: 'made up' } }],
  },
  {
    title: 'an instance is gone',
    fact: 'instance',
    mutate: (truth) => without(truth.instances).map((instances) => ({ ...truth, instances })),
  },
  {
    title: 'an instance has another outcome',
    fact: 'outcome',
    mutate: (truth) =>
      inInstances(truth, (instance) =>
        OUTCOMES.filter((outcome) => outcome !== instance.outcome).map((outcome) => ({ ...instance, outcome })),
      ),
  },
  {
    title: 'a monitor that was rejected is not',
    fact: 'rejected',
    mutate: (truth) =>
      inInstances(truth, (instance) =>
        without(instance.rejected)
          .map((rejected) => ({ ...instance, rejected }))
          .filter((changed) => tellsOfRules(changed) || !tellsOfRules(instance)),
      ),
  },
  {
    title: 'a monitor is rejected that was not',
    fact: 'rejected',
    mutate: (truth) =>
      inInstances(truth, (instance) => [{ ...instance, rejected: { ...instance.rejected, [NOBODY]: 'made up' } }]),
  },
  {
    title: 'a job is gone',
    fact: 'job',
    mutate: (truth) => inInstances(truth, (instance) => without(instance.jobs).map((jobs) => ({ ...instance, jobs }))),
  },
  {
    title: 'there is one more job',
    fact: 'job',
    mutate: (truth) =>
      inInstances(truth, (instance) =>
        instance.outcome === 'loaded'
          ? [
              {
                ...instance,
                jobs: { ...instance.jobs, 'serviceMonitor/nowhere/nobody/0': { active: [], dropped: [] } },
              },
            ]
          : [],
      ),
  },
  {
    title: 'an active target is gone',
    fact: 'active',
    mutate: (truth, predicted) =>
      inSureTargets(truth, predicted, (job, one) => [{ ...job, active: job.active.filter((other) => other !== one) }]),
  },
  {
    title: 'there is one more active target',
    fact: 'active',
    mutate: (truth, predicted) =>
      inSureTargets(truth, predicted, (job, one) =>
        one === job.active[0] ? [{ ...job, active: [...job.active, { ...one, url: `${one.url}/more` }] }] : [],
      ),
  },
  onActive('URL', (target) => [{ ...target, url: `${target.url}/more` }]),
  onActive('interval', (target) => [{ ...target, interval: '17s' }]),
  onActive('timeout', (target) => [{ ...target, timeout: '17ms' }]),
  onActive('value of a label', (target) =>
    Object.keys(target.labels).map((name) => ({
      ...target,
      labels: { ...target.labels, [name]: `${target.labels[name]}-other` },
    })),
  ),
  onActive('set of labels, with one less', (target) => without(target.labels).map((labels) => ({ ...target, labels }))),
  onActive('set of labels, with one more', (target) => [{ ...target, labels: { ...target.labels, more: 'yes' } }]),
  onActive('number of shards that scrape it', (target) =>
    target.shards === undefined ? [] : [{ ...target, shards: target.shards === 'one' ? 'all' : 'one' }],
  ),
  {
    title: 'a dropped target is gone',
    fact: 'dropped',
    mutate: (truth, predicted) =>
      inJobs(truth, (job, instance, name) =>
        job.dropped
          .filter((one) => !predicted.instances[instance].jobs[name]?.unsure.some(({ dropped }) => dropped === one))
          .map((one) => ({ ...job, dropped: job.dropped.filter((other) => other !== one) })),
      ),
  },
  {
    title: 'there is one more dropped target',
    fact: 'dropped',
    mutate: (truth, predicted) =>
      inJobs(truth, (job, instance, name) =>
        isOpen(predicted, instance, name) ? [] : [{ ...job, dropped: [...job.dropped, 'nowhere 192.0.2.99:1'] }],
      ),
  },
  {
    title: 'an Alertmanager is gone',
    fact: 'alertmanager',
    mutate: ({ alertmanagers = {}, ...truth }) =>
      without(alertmanagers).map((left) => ({ ...truth, alertmanagers: left })),
  },
  {
    title: 'an Alertmanager has another outcome',
    fact: 'alertmanager',
    mutate: (truth) =>
      inAlertmanagers(truth, (one) =>
        (['ignored', 'failed', 'refused', 'loaded'] as const)
          .filter((outcome) => outcome !== one.outcome)
          .map((outcome) => ({ ...one, outcome })),
      ),
  },
  {
    title: 'an AlertmanagerConfig that was rejected is not',
    fact: 'rejected',
    mutate: (truth) => inAlertmanagers(truth, (one) => without(one.rejected).map((rejected) => ({ ...one, rejected }))),
  },
  {
    title: 'an AlertmanagerConfig is rejected that was not',
    fact: 'rejected',
    mutate: (truth) =>
      inAlertmanagers(truth, (one) => [{ ...one, rejected: { ...one.rejected, [NOBODY]: 'made up' } }]),
  },
  {
    title: 'a part of a configuration has one line less',
    fact: 'routing',
    mutate: (truth) => inConfigurations(truth, (lines) => lines.map((line) => lines.filter((other) => other !== line))),
  },
  {
    title: 'a part of a configuration has one line more',
    fact: 'routing',
    mutate: (truth) => inConfigurations(truth, (lines) => [[...lines, 'more']]),
  },
  {
    title: 'an alert reaches one receiver less',
    fact: 'alert',
    mutate: (truth) =>
      inAlertmanagers(truth, ({ alerts = {}, ...one }) =>
        Object.keys(alerts).map((alert) => ({ ...one, alerts: { ...alerts, [alert]: alerts[alert].slice(1) } })),
      ),
  },
];

function onActive(what: string, change: (target: ActiveTarget) => ActiveTarget[]): Mutation {
  return {
    title: `an active target has another ${what}`,
    fact: 'active',
    mutate: (truth, predicted) =>
      inSureTargets(truth, predicted, (job, target) =>
        change(target).map((changed) => ({
          ...job,
          active: job.active.map((one) => (one === target ? changed : one)),
        })),
      ),
  };
}

function inInstances(truth: Truth, change: (instance: InstanceTruth, name: string) => InstanceTruth[]): Truth[] {
  return Object.entries(truth.instances).flatMap(([name, instance]) =>
    change(instance, name).map((changed) => ({ ...truth, instances: { ...truth.instances, [name]: changed } })),
  );
}

function inAlertmanagers(truth: Truth, change: (one: AlertmanagerTruth) => AlertmanagerTruth[]): Truth[] {
  return Object.entries(truth.alertmanagers ?? {}).flatMap(([name, one]) =>
    change(one).map((changed) => ({ ...truth, alertmanagers: { ...truth.alertmanagers, [name]: changed } })),
  );
}

function inConfigurations(truth: Truth, change: (lines: readonly string[]) => (readonly string[])[]): Truth[] {
  return inAlertmanagers(truth, ({ configuration, ...one }) =>
    (Object.entries(configuration ?? {}) as [keyof ConfigurationTruth, readonly string[]][]).flatMap(([part, lines]) =>
      change(lines).map((changed) => ({
        ...one,
        configuration: { ...(configuration as ConfigurationTruth), [part]: changed },
      })),
    ),
  );
}

function inJobs(truth: Truth, change: (job: JobTruth, instance: string, name: string) => JobTruth[]): Truth[] {
  return inInstances(truth, (instance, at) =>
    Object.entries(instance.jobs).flatMap(([name, job]) =>
      change(job, at, name).map((changed) => ({ ...instance, jobs: { ...instance.jobs, [name]: changed } })),
    ),
  );
}

function isOpen(predicted: Prediction, instance: string, job: string): boolean {
  return predicted.instances[instance].jobs[job]?.open === true;
}

/** Only targets that are not where one in doubt would be: that may be there or not. */
function inSureTargets(
  truth: Truth,
  predicted: Prediction,
  change: (job: JobTruth, target: ActiveTarget) => JobTruth[],
): Truth[] {
  return inJobs(truth, (job, instance, name) => {
    // Where only the cluster can tell what there is, only what is predicted all the same is sure.
    if (isOpen(predicted, instance, name)) {
      return [];
    }
    const unsure = predicted.instances[instance].jobs[name]?.unsure ?? [];
    const doubtful = new Set(unsure.map(({ address }) => address));
    return job.active.filter(({ url }) => !doubtful.has(addressIn(url))).flatMap((target) => change(job, target));
  });
}

/** The same map, each time with another entry left out. */
/** Without its last rejected PrometheusRule, a recording that tells of no rules looks like one of before they were looked at. */
function tellsOfRules({ rules, rejected }: InstanceTruth): boolean {
  return rules !== undefined || Object.keys(rejected).some((name) => name.startsWith('PrometheusRule '));
}

function without<T>(map: { readonly [key: string]: T }): { readonly [key: string]: T }[] {
  return Object.keys(map).map((left) => Object.fromEntries(Object.entries(map).filter(([key]) => key !== left)));
}
