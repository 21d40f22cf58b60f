import type { Check } from './check';
import { authentication } from './monitor/authentication';
import { authenticationClash } from './monitor/authentication-clash';
import { authorizationVersion } from './monitor/authorization-version';
import { droppedField } from './monitor/dropped-field';
import { fileAccess } from './monitor/file-access';
import { namespaceNotSelected } from './monitor/namespace-not-selected';
import { notSelected } from './monitor/not-selected';
import { portPattern } from './monitor/port-pattern';
import { proxy } from './monitor/proxy';
import { relabeling } from './monitor/relabeling';
import { roleSelector } from './monitor/role-selector';
import { scrapeClass } from './monitor/scrape-class';
import { scrapeProtocols } from './monitor/scrape-protocols';
import { secretExists } from './monitor/secret-exists';
import { selector } from './monitor/selector';
import { sourceLabels } from './monitor/source-labels';
import { timeout } from './monitor/timeout';
import { tls } from './monitor/tls';
import { unwatchedNamespace } from './monitor/unwatched-namespace';
import { duplicate } from './object/duplicate';
import { malformed } from './object/malformed';
import { flags } from './operator/flags';
import { overlap } from './operator/overlap';
import { additionalConfig } from './prometheus/additional-config';
import { argument } from './prometheus/argument';
import { httpClient } from './prometheus/http-client';
import { mode } from './prometheus/mode';
import { none } from './prometheus/none';
import { option } from './prometheus/option';
import { paused } from './prometheus/paused';
import { refusedConfig } from './prometheus/refused-config';
import { relabeling as prometheusRelabeling } from './prometheus/relabeling';
import { scrapeClass as prometheusScrapeClass } from './prometheus/scrape-class';
import { secretExists as prometheusSecretExists } from './prometheus/secret-exists';
import { selector as prometheusSelector } from './prometheus/selector';
import { selectsNothing } from './prometheus/selects-nothing';
import { serviceName } from './prometheus/service-name';
import { storageClass } from './prometheus/storage-class';
import { timeout as prometheusTimeout } from './prometheus/timeout';
import { unmanaged } from './prometheus/unmanaged';
import { unseen } from './prometheus/unseen';
import { version } from './prometheus/version';
import { kind } from './schema/kind';
import { misplacedField } from './schema/misplaced-field';
import { missingField } from './schema/missing-field';
import { newerField } from './schema/newer-field';
import { rule } from './schema/rule';
import { unknownField } from './schema/unknown-field';
import { value } from './schema/value';
import { wrongType } from './schema/wrong-type';
import { assumed } from './stack/assumed';
import { declaration } from './stack/declaration';
import { values } from './stack/values';

/** Every check, in the order in which the chain runs. */
export const CHECKS: readonly Check[] = [
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
  declaration,
  values,
  assumed,
  flags,
  overlap,
  none,
  unseen,
  paused,
  version,
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
  unmanaged,
  selectsNothing,
  refusedConfig,
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
  authenticationClash,
  authorizationVersion,
  portPattern,
  sourceLabels,
  scrapeProtocols,
  droppedField,
];
