import { SELECTED_KINDS, selectionKeys } from '../../selection';
import { POD_METADATA } from '../pod-metadata';
import { SERVICE_ACCOUNT } from '../service-account';
import { storageClass, storageSize } from '../storage';
import { COUNT, DURATION, FLAG, POSITIVE, RESOURCES, SIZE, TEXT_MAP, type ValueKind } from '../value-kind';
import { at, beside, group, type ValueEntry, type ValueTable } from '../value-table';
import type { StackPrometheus } from './stack-prometheus';

const SPEC = 'prometheusSpec';

/** Checked where the selectors are: see `checkTypedProps`. */
const SELECTOR: ValueKind = { type: 'map', problem: () => undefined, write: (prop) => prop };

type SelectionProp = Extract<
  keyof StackPrometheus,
  `${string}Selector` | `${string}SelectorNilUsesHelmValues` | 'selectEverything'
>;

/** Values below `prometheus`; those that select are written by `selectionValues`. */
export const PROMETHEUS: ValueTable<StackPrometheus> = {
  agentMode: at('agentMode', FLAG),
  serviceAccount: group('serviceAccount', SERVICE_ACCOUNT),
  retention: at(`${SPEC}.retention`, DURATION),
  retentionSize: at(`${SPEC}.retentionSize`, SIZE),
  storage: storageSize(`${SPEC}.storageSpec`),
  storageClassName: storageClass(`${SPEC}.storageSpec`),
  resources: at(`${SPEC}.resources`, RESOURCES),
  replicas: at(`${SPEC}.replicas`, COUNT),
  shards: at(`${SPEC}.shards`, POSITIVE),
  scrapeInterval: at(`${SPEC}.scrapeInterval`, DURATION),
  scrapeTimeout: at(`${SPEC}.scrapeTimeout`, DURATION),
  evaluationInterval: at(`${SPEC}.evaluationInterval`, DURATION),
  externalLabels: at(`${SPEC}.externalLabels`, TEXT_MAP),
  podMetadata: group(`${SPEC}.podMetadata`, POD_METADATA),
  ignoreNamespaceSelectors: at(`${SPEC}.ignoreNamespaceSelectors`, FLAG),
  ...selection(),
};

function selection(): { readonly [Prop in SelectionProp]: ValueEntry } {
  const entries = SELECTED_KINDS.flatMap((kind) => {
    const keys = selectionKeys(kind);
    return [
      [keys.selector, beside(`${SPEC}.${keys.selector}`, SELECTOR)],
      [keys.nilUsesHelmValues, beside(`${SPEC}.${keys.nilUsesHelmValues}`, FLAG)],
      [keys.namespaceSelector, beside(`${SPEC}.${keys.namespaceSelector}`, SELECTOR)],
    ];
  });
  const everything = beside(`${SPEC}.${selectionKeys('serviceMonitor').nilUsesHelmValues}`, FLAG);
  return { ...Object.fromEntries(entries), selectEverything: everything };
}
