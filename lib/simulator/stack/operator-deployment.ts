import { NAMESPACE_FLAGS, type OperatorFacts, operatorFacts } from '../../stack/facts/operator';
import type { SourcedObject } from '../kube-object';
import { modelledObject, type ValuePath } from './modelled-source';
import type { ReleaseFacts } from './release-facts';
import { IMAGES } from './spec-facts';

const OPERATOR = 'prometheusOperator';

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
  const { values, names, labels, stack } = facts;
  const operator = operatorFacts(facts);
  const { enabled, name, namespace, serviceAccountName } = operator;
  if (!enabled) {
    return undefined;
  }
  const flags = operatorFlags(facts, operator);
  const app = `${names.app}-operator`;
  const tls = values.flag(`${OPERATOR}.tls.enabled`, true);
  const port = tls ? values.value(`${OPERATOR}.tls.internalPort`, 10250) : 8080;
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: { app, ...labels, ...values.labels(`${OPERATOR}.labels`) } },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app, release: stack.release } },
      template: {
        metadata: {
          labels: { ...values.labels(`${OPERATOR}.podLabels`), ...labels, app },
          annotations: values.labels(`${OPERATOR}.podAnnotations`),
        },
        spec: {
          serviceAccountName,
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

function operatorFlags({ values }: ReleaseFacts, operator: OperatorFacts): OperatorFlag[] {
  const flags: OperatorFlag[] = [];
  const add = (path: string, flag: string, texts: readonly string[]) => {
    const template = texts.find((text) => values.hasTemplate(text));
    if (template !== undefined) {
      values.template(path, template);
    } else {
      flags.push({ text: `--${flag}=${texts.join(',')}`, path });
    }
  };
  if (operator.namespaces !== undefined) {
    add(`${OPERATOR}.namespaces`, 'namespaces', operator.namespaces);
  }
  for (const [value, flag] of Object.entries(NAMESPACE_FLAGS)) {
    const texts = operator[value as keyof typeof NAMESPACE_FLAGS];
    if (texts.length > 0) {
      add(`${OPERATOR}.${value}`, flag, texts);
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
