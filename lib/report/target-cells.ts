import type { Target } from './target-list';

/** Heads of the columns that a person sees of a target. */
export const TARGET_COLUMNS = [
  'job',
  'namespace',
  'service',
  'workload',
  'container',
  'port',
  'scheme',
  'path',
  'interval',
];

/** What a person sees of a target, column by column; its Prometheus apart. `-` where there is nothing. */
export function targetCells(target: Target): string[] {
  const { job, namespace, service, workload, address, container, port, scheme, interval } = target;
  return [
    job,
    namespace,
    service ?? '-',
    workload === null && address !== undefined ? address : workloadText(target),
    container ?? '-',
    port === null ? '-' : String(port),
    scheme,
    pathText(target),
    interval,
  ];
}

function workloadText({ workload, namespace, assumed }: Target): string {
  if (workload === null) {
    return assumed ? '(assumed)' : '-';
  }
  const name = workload.namespace === namespace ? workload.name : `${workload.namespace}/${workload.name}`;
  return `${workload.kind}/${name}`;
}

/** The path with the parameters, as it stands in a request. */
function pathText({ path, params }: Target): string {
  const pairs = Object.keys(params)
    .sort()
    .flatMap((name) => params[name].map((value) => `${encode(name)}=${encode(value)}`));
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** `encodeURIComponent` throws on half a surrogate pair. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
