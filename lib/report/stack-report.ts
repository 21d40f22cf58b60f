/** A label selector as it stands in a manifest. */
export interface SelectorManifest {
  readonly matchLabels?: { readonly [label: string]: string };
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** The Prometheus of a release, or its PrometheusAgent. A selector that is left out takes nothing. */
export interface StackPrometheusReport {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** Not known for charts older than those known. */
  readonly version?: string;
  readonly serviceAccountName: string;
  readonly serviceMonitorSelector?: SelectorManifest;
  /** A namespace selector that is left out means the namespace of the object itself. */
  readonly serviceMonitorNamespaceSelector?: SelectorManifest;
  readonly podMonitorSelector?: SelectorManifest;
  readonly podMonitorNamespaceSelector?: SelectorManifest;
  readonly probeSelector?: SelectorManifest;
  readonly probeNamespaceSelector?: SelectorManifest;
  readonly ruleSelector?: SelectorManifest;
  readonly ruleNamespaceSelector?: SelectorManifest;
  readonly scrapeConfigSelector?: SelectorManifest;
  readonly scrapeConfigNamespaceSelector?: SelectorManifest;
  readonly shards: number;
  readonly scrapeInterval: string;
  readonly ignoreNamespaceSelectors: boolean;
  readonly enforcedNamespaceLabel?: string;
}

/** The Alertmanager of a release. */
export interface StackAlertmanagerReport {
  readonly name: string;
  readonly namespace: string;
  readonly alertmanagerConfigSelector?: SelectorManifest;
  readonly alertmanagerConfigNamespaceSelector?: SelectorManifest;
}

/** The Grafana of a release. */
export interface StackGrafanaReport {
  readonly name: string;
  readonly namespace: string;
  /** Left out where no sidecar looks for dashboards. */
  readonly dashboardLabel?: string;
  /** Left out where any value will do. */
  readonly dashboardLabelValue?: string;
}

/** The Operator of a release. */
export interface StackOperatorReport {
  readonly name: string;
  readonly namespace: string;
  /** Empty where it watches all namespaces. */
  readonly namespaces: readonly string[];
  readonly denyNamespaces: readonly string[];
}

/** What a release of kube-prometheus-stack puts into a cluster, and what it selects. What it leaves out is absent. */
export interface StackReport {
  readonly version: 1;
  readonly release: string;
  readonly namespace: string;
  readonly chartVersion: string;
  readonly prometheus?: StackPrometheusReport;
  readonly alertmanager?: StackAlertmanagerReport;
  readonly grafana?: StackGrafanaReport;
  readonly operator?: StackOperatorReport;
  /** `namespace/name` of the ServiceMonitors that the chart makes for its own parts, sorted. */
  readonly serviceMonitors: readonly string[];
  /** The same for people, part by part. */
  readonly parts: readonly StackPart[];
}

/** One part of a release, in words. */
export interface StackPart {
  readonly title: string;
  /** Pairs of what is said, and the words. */
  readonly lines: readonly (readonly [subject: string, text: string])[];
}
