import type { Check } from './check';
import { everyPort } from './monitor/every-port';
import { honorLabels } from './monitor/honor-labels';
import { initContainerPort } from './monitor/init-container-port';
import { jobLabel } from './monitor/job-label';
import { namespaceSelectorIgnored } from './monitor/namespace-selector-ignored';
import { noAddress } from './monitor/no-address';
import { monitorNoEndpoints } from './monitor/no-endpoints';
import { noZone } from './monitor/no-zone';
import { notSelected } from './monitor/not-selected';
import { otherNamespace } from './monitor/other-namespace';
import { podPortExists } from './monitor/pod-port-exists';
import { podsEnded } from './monitor/pods-ended';
import { portExists } from './monitor/port-exists';
import { relabeledAway } from './monitor/relabeled-away';
import { scheme } from './monitor/scheme';
import { scrapeAnnotations } from './monitor/scrape-annotations';
import { scrapedTwice } from './monitor/scraped-twice';
import { selectsEverything } from './monitor/selects-everything';
import { selectsNothing } from './monitor/selects-nothing';
import { selectsPodLabels } from './monitor/selects-pod-labels';
import { severalPrometheuses } from './monitor/several-prometheuses';
import { shortLived } from './monitor/short-lived';
import { targetLabels } from './monitor/target-labels';
import { targetLimit } from './monitor/target-limit';
import { targetPortExists } from './monitor/target-port-exists';
import { udpPort } from './monitor/udp-port';
import { unusableTarget } from './monitor/unusable-target';
import { surplusShards } from './prometheus/surplus-shards';
import { kind } from './schema/kind';
import { misplacedField } from './schema/misplaced-field';
import { missingField } from './schema/missing-field';
import { newerField } from './schema/newer-field';
import { rule } from './schema/rule';
import { unknownField } from './schema/unknown-field';
import { value } from './schema/value';
import { wrongType } from './schema/wrong-type';
import { noEndpoints } from './service/no-endpoints';
import { selectsNoPods } from './service/selects-no-pods';
import { serviceTargetPortExists } from './service/target-port-exists';
import { assumed } from './stack/assumed';
import { declaration } from './stack/declaration';
import { values } from './stack/values';
import { portName } from './workload/port-name';

/** Every check, in the order in which the chain runs. */
export const CHECKS: readonly Check[] = [
  // Whether the objects are what they seem to be.
  kind,
  unknownField,
  misplacedField,
  wrongType,
  missingField,
  value,
  rule,
  newerField,
  declaration,
  values,
  assumed,
  // Whether a Prometheus takes the monitor.
  notSelected,
  // What the monitor searches and selects.
  monitorNoEndpoints,
  otherNamespace,
  namespaceSelectorIgnored,
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
  // Whether a scrape is likely to work.
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
];
