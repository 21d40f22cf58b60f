import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { appOfName, rememberName } from '../app/app-names';
import { whyNoDnsLabel, whyNoLabelKey, whyNoLabelValue } from '../private/kubernetes-names';
import { Problems } from '../private/problems';
import { planSelection } from '../prometheus/select';
import type { BlackboxExporterProps } from './blackbox-exporter-props';
import { BlackboxModule } from './blackbox-module';

/** Flags that the exporter gets from the construct. */
const OWN_FLAGS = ['config.file', 'web.listen-address', 'web.route-prefix', 'web.external-url'];

/** What has been worked out from the props. */
export interface ExporterFacts {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly labels: { readonly [key: string]: string };
  readonly modules: { readonly [name: string]: BlackboxModule };
}

/** @throws Error with all problems of the props */
export function checkExporter(exporter: Construct, facts: ExporterFacts, props: BlackboxExporterProps): void {
  const problems = new Problems(() => `BlackboxExporter ${exporter.node.path}`);
  checkNames(exporter, facts, props, problems);
  checkModules(facts, problems);
  if (props.image !== undefined && !`${props.image}`.trim()) {
    problems.add(
      'image',
      'is empty, and Kubernetes refuses a container without an image.',
      'leave it out, or name one.',
    );
  }
  const { replicas } = props;
  if (replicas !== undefined && (!Number.isInteger(replicas) || replicas < 0)) {
    problems.add('replicas', `${replicas} is not a whole number of at least 0.`, 'replicas: 2, for example.');
  }
  for (const arg of props.args ?? []) {
    const flag = OWN_FLAGS.find((name) => new RegExp(`^--?${name.replace('.', '\\.')}(=|$)`).test(arg));
    if (flag) {
      problems.add(
        'args',
        `"${arg}" is what the Service, the health checks and Probes rely on.`,
        'leave it out, or run the exporter by a Deployment of your own and a Prober.',
      );
    }
  }
  checkPrometheus(exporter, facts, props, problems);
  problems.throwIfAny();
  rememberName(exporter, facts.namespace, facts.name);
}

function checkNames(exporter: Construct, facts: ExporterFacts, props: BlackboxExporterProps, problems: Problems): void {
  const { name, namespace } = facts;
  const why = whyNoDnsLabel(name, true);
  if (why) {
    const id = props.name === undefined ? ' and is the construct id' : '';
    problems.add('name', `"${name}" ${why}. It names all objects${id}.`, "name: 'blackbox-exporter'");
  }
  const whyNoNamespace = namespace === undefined ? undefined : whyNoDnsLabel(namespace);
  if (whyNoNamespace) {
    problems.add('namespace', `"${namespace}" ${whyNoNamespace}.`, 'use the name of the namespace.');
  }
  const other = appOfName(exporter, namespace, name);
  if (other) {
    problems.add(
      'name',
      `"${name}" is the name of ${other.constructor.name} ${other.node.path} too, in the same chart and namespace, so the objects of one would overwrite those of the other.`,
      'give each a `name` of its own.',
    );
  }
  for (const [key, value] of Object.entries(props.labels ?? {})) {
    const whyNot = whyNoLabelKey(key) ?? whyNoLabelValue(value);
    if (whyNot) {
      problems.add('labels', `"${key}: ${value}" ${whyNot}.`, 'rewrite it so that Kubernetes takes it.');
    } else if (facts.labels[key] !== value) {
      problems.add(
        'labels',
        `"${key}" is a label that the exporter sets itself, to "${facts.labels[key]}".`,
        'leave it out.',
      );
    }
  }
}

function checkModules({ modules, namespace }: ExporterFacts, problems: Problems): void {
  if (Object.keys(modules).length === 0) {
    problems.add('modules', 'is empty, so the exporter could probe nothing.', 'leave it out, or name a module.');
  }
  for (const [name, module] of Object.entries(modules)) {
    if (!(module instanceof BlackboxModule)) {
      problems.add(`modules.${name}`, 'is no BlackboxModule.', 'BlackboxModule.http({ … }), for example.');
      continue;
    }
    for (const secret of module.files.flatMap((file) => file.secretKeys)) {
      if (secret.namespace !== undefined && namespace !== undefined && secret.namespace !== namespace) {
        problems.add(
          `modules.${name}`,
          `Secret "${secret.secretName}" is in namespace "${secret.namespace}", and pods can mount those of their own namespace "${namespace}" only.`,
          `create the Secret in "${namespace}".`,
        );
      }
    }
  }
}

function checkPrometheus(
  exporter: Construct,
  { labels, namespace }: ExporterFacts,
  { prometheus }: BlackboxExporterProps,
  problems: Problems,
): void {
  if (prometheus === undefined) {
    return;
  }
  if (typeof prometheus.select !== 'function') {
    problems.add('prometheus', 'is no IPrometheus.', 'pass a StackRelease, or Prometheus.fromSelectors({ … }).');
    return;
  }
  const plan = planSelection(prometheus, {
    apiGroup: 'monitoring.coreos.com',
    kind: 'ServiceMonitor',
    namespace,
    label: (key) => labels[key] ?? Chart.of(exporter).labels[key],
    node: exporter.node,
    asker: exporter,
  });
  problems.addAll(
    plan.problems.map(({ field, message, fix }) => ({ field: `prometheus (ServiceMonitor ${field})`, message, fix })),
  );
}
