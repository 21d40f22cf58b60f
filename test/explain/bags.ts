import { parseAllDocuments } from 'yaml';
import { createEvaluation } from '../../lib/check/create-evaluation';
import type { Evaluation, EvaluationOptions } from '../../lib/check/evaluation';
import { type ChainLink, type Explanation, LinkState } from '../../lib/report/explanation';
import type { SourcedObject } from '../../lib/simulator/kube-object';

/** Objects of YAML documents, read as kubectl reads them. */
export function objectsOf(yaml: string, file = 'all.yaml'): SourcedObject[] {
  return parseAllDocuments(yaml, { version: '1.1' })
    .map((document) => document.toJS())
    .filter((object) => object !== null && object !== undefined)
    .map((object) => ({ object, source: { file } }));
}

/** An evaluation of YAML documents. */
export function evaluationOf(yaml: string, options: EvaluationOptions = {}): Evaluation {
  return createEvaluation(objectsOf(yaml), options);
}

/** The explanation of an object written as `Kind/namespace/name`; fails where there is none. */
export function explained(evaluation: Evaluation, name: string): Explanation {
  const [kind, namespace, ...rest] = name.split('/');
  const explanation = evaluation.explain(kind, namespace, rest.join('/'));
  if (explanation === undefined) {
    throw new Error(`no explanation of ${name}`);
  }
  return explanation;
}

const MARKS: { readonly [state in LinkState]: string } = {
  [LinkState.HOLDS]: '+',
  [LinkState.BROKEN]: 'x',
  [LinkState.UNKNOWN]: '?',
  [LinkState.NOTE]: '-',
};

/** The tree of an explanation, one line for each link; without what the checks say about those that do not hold. */
export function tree({ verdict, chains, targets }: Explanation): string {
  return [verdict, ...chains.flatMap((chain) => lines(chain, '')), `${targets.length} targets`].join('\n');
}

function lines({ link, state, text, field, links }: ChainLink, indent: string): string[] {
  const where = state === LinkState.HOLDS && field !== undefined ? ` [${field}]` : '';
  return [
    `${indent}${MARKS[state]} ${link === undefined ? '' : `${link} `}${text}${where}`,
    ...links.flatMap((inner) => lines(inner, `${indent}  `)),
  ];
}

/** Every link of an explanation, at any depth. */
export function allLinks({ chains }: Explanation): ChainLink[] {
  const withParts = (link: ChainLink): ChainLink[] => [link, ...link.links.flatMap(withParts)];
  return chains.flatMap(withParts);
}

export const PROMETHEUS = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: k8s, namespace: monitoring }
spec:
  serviceMonitorSelector: { matchLabels: { release: stack } }
  serviceMonitorNamespaceSelector: {}
  podMonitorSelector: {}
  podMonitorNamespaceSelector: {}
`;

export const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: web
          ports: [{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9090 }]
`;

export const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: http }, { name: metrics, port: 9090 }]
`;

export const MONITOR = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop, labels: { release: stack } }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: metrics }]
`;

export const POD_MONITOR = `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  podMetricsEndpoints: [{ port: metrics }]
`;

/** Documents of one stream. */
export function all(...documents: string[]): string {
  return documents.join('---\n');
}
