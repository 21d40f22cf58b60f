import { discoveryForbidden } from './access/discovery-forbidden';
import { networkPolicyEgress } from './access/network-policy-egress';
import { networkPolicyIngress } from './access/network-policy-ingress';
import { operatorForbidden } from './access/operator-forbidden';
import { serviceAccount } from './access/service-account';
import { alertmanagerExists } from './alerting/alertmanager-exists';
import { brokenConfiguration } from './alerting/broken-configuration';
import { noAlertmanager } from './alerting/no-alertmanager';
import { alertingNotSelected } from './alerting/not-selected';
import { nullReceiver } from './alerting/null-receiver';
import { rejectedConfig } from './alerting/rejected-config';
import { starvedRoute } from './alerting/starved-route';
import { withoutNamespace } from './alerting/without-namespace';
import type { Check } from './check';
import { datasource as dashboardDatasource } from './dashboard/datasource';
import { duplicate as dashboardDuplicate } from './dashboard/duplicate';
import { dashboardExpression } from './dashboard/expression';
import { fileName } from './dashboard/file-name';
import { folder } from './dashboard/folder';
import { notLoaded } from './dashboard/not-loaded';
import { overwritten } from './dashboard/overwritten';
import { size } from './dashboard/size';
import { uid } from './dashboard/uid';
import { unreadable } from './dashboard/unreadable';
import { authentication } from './monitor/authentication';
import { authenticationClash } from './monitor/authentication-clash';
import { authorizationVersion } from './monitor/authorization-version';
import { droppedField } from './monitor/dropped-field';
import { everyPort } from './monitor/every-port';
import { fileAccess } from './monitor/file-access';
import { honorLabels } from './monitor/honor-labels';
import { initContainerPort } from './monitor/init-container-port';
import { jobLabel } from './monitor/job-label';
import { namespaceNotSelected } from './monitor/namespace-not-selected';
import { namespaceSelectorIgnored } from './monitor/namespace-selector-ignored';
import { noAddress } from './monitor/no-address';
import { monitorNoEndpoints } from './monitor/no-endpoints';
import { noZone } from './monitor/no-zone';
import { notSelected } from './monitor/not-selected';
import { otherNamespace } from './monitor/other-namespace';
import { podPortExists } from './monitor/pod-port-exists';
import { podsEnded } from './monitor/pods-ended';
import { portExists } from './monitor/port-exists';
import { portPattern } from './monitor/port-pattern';
import { proxy } from './monitor/proxy';
import { refusedConfig as monitorRefusedConfig } from './monitor/refused-config';
import { relabeledAway } from './monitor/relabeled-away';
import { relabeling } from './monitor/relabeling';
import { roleSelector } from './monitor/role-selector';
import { scheme } from './monitor/scheme';
import { scrapeAnnotations } from './monitor/scrape-annotations';
import { scrapeClass } from './monitor/scrape-class';
import { scrapeProtocols } from './monitor/scrape-protocols';
import { scrapedTwice } from './monitor/scraped-twice';
import { secretExists } from './monitor/secret-exists';
import { selector } from './monitor/selector';
import { selectsEverything } from './monitor/selects-everything';
import { selectsNothing } from './monitor/selects-nothing';
import { selectsPodLabels } from './monitor/selects-pod-labels';
import { severalPrometheuses } from './monitor/several-prometheuses';
import { shortLived } from './monitor/short-lived';
import { sourceLabels } from './monitor/source-labels';
import { staticLabel } from './monitor/static-label';
import { targetLabels } from './monitor/target-labels';
import { targetLimit } from './monitor/target-limit';
import { targetPortExists } from './monitor/target-port-exists';
import { timeout } from './monitor/timeout';
import { tls } from './monitor/tls';
import { udpPort } from './monitor/udp-port';
import { unusableTarget } from './monitor/unusable-target';
import { unwatchedNamespace } from './monitor/unwatched-namespace';
import { duplicate } from './object/duplicate';
import { malformed } from './object/malformed';
import { flags } from './operator/flags';
import { overlap } from './operator/overlap';
import { ingressHost } from './probe/ingress-host';
import { noTargets as probeNoTargets } from './probe/no-targets';
import { proberExists } from './probe/prober-exists';
import { proberUrl } from './probe/prober-url';
import { selectsNothing as probeSelectsNothing } from './probe/selects-nothing';
import { additionalConfig } from './prometheus/additional-config';
import { argument } from './prometheus/argument';
import { httpClient } from './prometheus/http-client';
import { imageVersion } from './prometheus/image-version';
import { mode } from './prometheus/mode';
import { none } from './prometheus/none';
import { option } from './prometheus/option';
import { paused } from './prometheus/paused';
import { refusedConfig } from './prometheus/refused-config';
import { relabeling as prometheusRelabeling } from './prometheus/relabeling';
import { scrapeClass as prometheusScrapeClass } from './prometheus/scrape-class';
import { secretExists as prometheusSecretExists } from './prometheus/secret-exists';
import { selector as prometheusSelector } from './prometheus/selector';
import { selectsNothing as prometheusSelectsNothing } from './prometheus/selects-nothing';
import { serviceName } from './prometheus/service-name';
import { storageClass } from './prometheus/storage-class';
import { surplusShards } from './prometheus/surplus-shards';
import { timeout as prometheusTimeout } from './prometheus/timeout';
import { unmanaged } from './prometheus/unmanaged';
import { unseen } from './prometheus/unseen';
import { version } from './prometheus/version';
import { absentForever } from './rule/absent-forever';
import { deadSelector } from './rule/dead-selector';
import { ruleDroppedField } from './rule/dropped-field';
import { exporterOff } from './rule/exporter-off';
import { ruleExpression } from './rule/expression';
import { ruleNamespace } from './rule/namespace';
import { ruleRejected } from './rule/rejected';
import { ruleSelector } from './rule/selector';
import { ruleTemplate } from './rule/template';
import { thanosRuler } from './rule/thanos-ruler';
import { kind } from './schema/kind';
import { misplacedField } from './schema/misplaced-field';
import { missingField } from './schema/missing-field';
import { newerField } from './schema/newer-field';
import { rule } from './schema/rule';
import { serverSideApply } from './schema/server-side-apply';
import { unknownField } from './schema/unknown-field';
import { value } from './schema/value';
import { wrongType } from './schema/wrong-type';
import { azureSecret } from './scrape-config/azure-secret';
import { kubernetesClient } from './scrape-config/kubernetes-client';
import { noTargets as scrapeConfigNoTargets } from './scrape-config/no-targets';
import { rejected as scrapeConfigRejected } from './scrape-config/rejected';
import { targetAddress } from './scrape-config/target-address';
import { secretLiteral } from './secret/literal';
import { secretManifest } from './secret/manifest';
import { noEndpoints } from './service/no-endpoints';
import { selectsNoPods } from './service/selects-no-pods';
import { serviceTargetPortExists } from './service/target-port-exists';
import { assumed } from './stack/assumed';
import { collision } from './stack/collision';
import { contradiction } from './stack/contradiction';
import { declaration } from './stack/declaration';
import { literalSecret } from './stack/literal-secret';
import { ownMonitors } from './stack/own-monitors';
import { pitfall } from './stack/pitfall';
import { uncheckedValues } from './stack/unchecked-values';
import { unknownValue } from './stack/unknown-value';
import { values } from './stack/values';
import { portName } from './workload/port-name';

/** Every check, in the order in which the chain runs. */
export const CHECKS: readonly Check[] = [
  // Whether the objects are what they seem to be.
  malformed,
  duplicate,
  kind,
  unknownField,
  misplacedField,
  wrongType,
  missingField,
  value,
  rule,
  newerField,
  serverSideApply,
  // Whether there is an Operator, and a Prometheus that it takes care of.
  declaration,
  unknownValue,
  uncheckedValues,
  values,
  contradiction,
  pitfall,
  literalSecret,
  assumed,
  collision,
  ownMonitors,
  flags,
  overlap,
  operatorForbidden,
  none,
  unseen,
  paused,
  version,
  imageVersion,
  mode,
  prometheusSelector,
  prometheusScrapeClass,
  prometheusTimeout,
  prometheusRelabeling,
  httpClient,
  prometheusSecretExists,
  additionalConfig,
  option,
  storageClass,
  serviceName,
  argument,
  serviceAccount,
  unmanaged,
  prometheusSelectsNothing,
  refusedConfig,
  // Whether a Prometheus takes the monitor.
  unwatchedNamespace,
  notSelected,
  namespaceNotSelected,
  selector,
  roleSelector,
  scrapeClass,
  fileAccess,
  secretExists,
  authentication,
  tls,
  proxy,
  timeout,
  relabeling,
  staticLabel,
  proberUrl,
  scrapeConfigRejected,
  authenticationClash,
  authorizationVersion,
  portPattern,
  sourceLabels,
  scrapeProtocols,
  monitorRefusedConfig,
  droppedField,
  kubernetesClient,
  azureSecret,
  // What the monitor searches and selects.
  monitorNoEndpoints,
  otherNamespace,
  namespaceSelectorIgnored,
  discoveryForbidden,
  selectsNothing,
  selectsPodLabels,
  // What becomes a raw target.
  portName,
  selectsNoPods,
  serviceTargetPortExists,
  noEndpoints,
  noAddress,
  // What relabeling keeps.
  portExists,
  targetPortExists,
  podPortExists,
  podsEnded,
  relabeledAway,
  unusableTarget,
  noZone,
  surplusShards,
  // What Probes and ScrapeConfigs list and discover.
  probeNoTargets,
  probeSelectsNothing,
  ingressHost,
  proberExists,
  scrapeConfigNoTargets,
  targetAddress,
  // Whether a scrape is likely to work.
  networkPolicyIngress,
  networkPolicyEgress,
  udpPort,
  initContainerPort,
  scheme,
  scrapeAnnotations,
  targetLimit,
  shortLived,
  // What is scraped more often than wanted.
  everyPort,
  selectsEverything,
  scrapedTwice,
  severalPrometheuses,
  // Which labels come of it.
  jobLabel,
  targetLabels,
  honorLabels,
  // Whether somebody loads the rules.
  thanosRuler,
  ruleSelector,
  ruleNamespace,
  ruleRejected,
  ruleExpression,
  ruleTemplate,
  ruleDroppedField,
  deadSelector,
  absentForever,
  exporterOff,
  // Who is notified of alerts.
  noAlertmanager,
  alertmanagerExists,
  alertingNotSelected,
  rejectedConfig,
  brokenConfiguration,
  starvedRoute,
  withoutNamespace,
  nullReceiver,
  // Which dashboards are shown.
  size,
  notLoaded,
  fileName,
  overwritten,
  unreadable,
  dashboardDuplicate,
  folder,
  dashboardDatasource,
  dashboardExpression,
  uid,
  // What is there for everybody to read.
  secretLiteral,
  secretManifest,
];
