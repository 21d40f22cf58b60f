import type { SourcedObject } from '../kube-object';
import { modelledObject, type ValuePath } from './modelled-source';
import type { ReleaseFacts } from './release-facts';
import { IMAGES } from './spec-facts';

const OPERATOR = 'prometheusOperator';

/** Values whose items become one flag, joined by commas. */
const JOINED: readonly (readonly [value: string, flag: string])[] = [
  ['denyNamespaces', 'deny-namespaces'],
  ['alertmanagerInstanceNamespaces', 'alertmanager-instance-namespaces'],
  ['alertmanagerConfigNamespaces', 'alertmanager-config-namespaces'],
  ['prometheusInstanceNamespaces', 'prometheus-instance-namespaces'],
  ['thanosRulerInstanceNamespaces', 'thanos-ruler-instance-namespaces'],
];

/** Values that become one flag as they are. */
const TEXTS: readonly (readonly [value: string, flag: string])[] = [
  ['prometheusInstanceSelector', 'prometheus-instance-selector'],
  ['alertmanagerInstanceSelector', 'alertmanager-instance-selector'],
  ['thanosRulerInstanceSelector', 'thanos-ruler-instance-selector'],
];

/**
 * The Deployment of the Operator, with the flags that decide what it sees; `undefined` where the release has none.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus-operator/deployment.yaml`.
 */
export function operatorDeployment(facts: ReleaseFacts): SourcedObject | undefined {
  const { values, names, namespace, labels, stack } = facts;
  if (!values.flag(`${OPERATOR}.enabled`, true)) {
    return undefined;
  }
  const flags = operatorFlags(facts);
  const app = `${names.app}-operator`;
  const tls = values.flag(`${OPERATOR}.tls.enabled`, true);
  const port = tls ? values.value(`${OPERATOR}.tls.internalPort`, 10250) : 8080;
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: names.operator, namespace, labels: { app, ...labels, ...values.labels(`${OPERATOR}.labels`) } },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app, release: stack.release } },
      template: {
        metadata: {
          labels: { ...values.labels(`${OPERATOR}.podLabels`), ...labels, app },
          annotations: values.labels(`${OPERATOR}.podAnnotations`),
        },
        spec: {
          serviceAccountName: serviceAccount(facts),
          containers: [
            {
              name: names.app,
              image: image(facts),
              args: flags.map(({ text }) => text),
              ports: [{ name: tls ? 'https' : 'http', containerPort: port }],
            },
          ],
        },
      },
    },
  };
  const container = 'spec.template.spec.containers[0]';
  const paths: ValuePath[] = [
    ['metadata.name', `${OPERATOR}.fullnameOverride`],
    ['metadata.namespace', 'namespaceOverride'],
    [`${container}.image`, `${OPERATOR}.image.tag`],
    [`${container}.args`, `${OPERATOR}.extraArgs`],
    ...flags.map(({ path }, index): ValuePath => [`${container}.args[${index}]`, path]),
  ];
  return modelledObject(stack, object, paths);
}

interface OperatorFlag {
  readonly text: string;
  /** The value behind it. */
  readonly path: string;
}

function operatorFlags({ values, namespace }: ReleaseFacts): OperatorFlag[] {
  const flags: OperatorFlag[] = [];
  const add = (path: string, flag: string, texts: readonly string[]) => {
    const template = texts.find((text) => values.hasTemplate(text));
    if (template !== undefined) {
      values.template(path, template);
    } else {
      flags.push({ text: `--${flag}=${texts.join(',')}`, path });
    }
  };
  const only = `${OPERATOR}.namespaces`;
  if (Object.keys(values.map(only)).length > 0) {
    // Even where the list ends up empty the flag is there, and means all namespaces.
    const own = values.flag(`${only}.releaseNamespace`, false) ? [namespace] : [];
    add(only, 'namespaces', [...new Set([...own, ...values.texts(`${only}.additional`)])]);
  }
  for (const [value, flag] of JOINED) {
    const path = `${OPERATOR}.${value}`;
    const texts = values.texts(path);
    if (texts.length > 0) {
      add(path, flag, texts);
    }
  }
  for (const [value, flag] of TEXTS) {
    const path = `${OPERATOR}.${value}`;
    const text = values.text(path);
    if (text !== '') {
      add(path, flag, [text]);
    }
  }
  for (const [gate, on] of Object.entries(values.labels(`${OPERATOR}.featureGates`))) {
    flags.push({ text: `--feature-gates=${gate}=${on}`, path: `${OPERATOR}.featureGates.${gate}` });
  }
  for (const [index, text] of values.texts(`${OPERATOR}.extraArgs`).entries()) {
    flags.push({ text, path: `${OPERATOR}.extraArgs[${index}]` });
  }
  return flags;
}

function image({ values, versions }: ReleaseFacts): string {
  const path = `${OPERATOR}.image`;
  const registry = values.text('global.imageRegistry') || values.textOr(`${path}.registry`, IMAGES.operator.registry);
  const repository = values.textOr(`${path}.repository`, IMAGES.operator.repository);
  const sha = values.text(`${path}.sha`);
  return `${registry}/${repository}:${values.text(`${path}.tag`) || `v${versions.operator}`}${sha && `@sha256:${sha}`}`;
}

function serviceAccount({ values, names }: ReleaseFacts): string {
  const created = values.flag(`${OPERATOR}.serviceAccount.create`, true);
  return values.text(`${OPERATOR}.serviceAccount.name`) || (created ? names.operator : 'default');
}
