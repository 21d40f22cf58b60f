import type { Duration } from 'cdk8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import {
  NameEscapingSchemeOptions,
  NameValidationSchemeOptions,
  ScrapeProtocol,
  ServiceDiscoveryRole,
} from '../../../../imports/monitoring.coreos.com/v1/enums';
import { boundList } from '../bound-kind';
import type { StackSecretKey } from '../secret-key';
import { choice, choices, DURATION, FLAG, MAPS, TEXTS } from '../value-kind';
import { at, below, type ValueTable } from '../value-table';
import { enabledSecretKey } from './enabled-secret-key';

/**
 * How Prometheus scrapes.
 */
export interface StackPrometheusScraping {
  /**
   * Time between two scrapes where a monitor sets none.
   *
   * @default - 30 seconds, set by the Operator
   */
  readonly scrapeInterval?: Duration;

  /**
   * Time that a scrape may take where a monitor sets none. At most `scrapeInterval`.
   *
   * @default - 10 seconds, set by Prometheus
   */
  readonly scrapeTimeout?: Duration;

  /**
   * Time between two evaluations of a rule group that sets none.
   *
   * @default - 30 seconds, set by the Operator
   */
  readonly evaluationInterval?: Duration;

  /**
   * Scrape configurations in the form of Prometheus; the chart puts them into a Secret of its own. They pass through
   * Helm's `tpl`. Excludes `additionalScrapeConfigsSecret`.
   *
   * @default - none
   */
  readonly additionalScrapeConfigs?: { [key: string]: any }[];

  /**
   * The key of a Secret that holds scrape configurations. Excludes `additionalScrapeConfigs`.
   *
   * @default - none
   */
  readonly additionalScrapeConfigsSecret?: StackSecretKey;

  /**
   * Settings that monitors refer to by name; at most one is the default of all.
   *
   * @default - none
   */
  readonly scrapeClasses?: v1.ScrapeClass[];

  /**
   * Formats that targets are asked for, the preferred first.
   *
   * @default - decided by Prometheus
   */
  readonly scrapeProtocols?: v1.ScrapeProtocol[];

  /**
   * Whether native histograms are scraped where a monitor does not say.
   *
   * @default false
   */
  readonly scrapeNativeHistograms?: boolean;

  /**
   * Whether the classic form of native histograms is scraped as well.
   *
   * @default false
   */
  readonly scrapeClassicHistograms?: boolean;

  /**
   * Whether classic histograms become native ones with custom buckets (`convertClassicHistogramsToNHCB`).
   *
   * @default false
   */
  readonly convertClassicHistogramsToNhcb?: boolean;

  /**
   * Which names of metrics and labels are allowed.
   *
   * @default - decided by Prometheus
   */
  readonly nameValidationScheme?: v1.NameValidationSchemeOptions;

  /**
   * What targets are asked to make of names that are not plain.
   *
   * @default - decided by Prometheus
   */
  readonly nameEscapingScheme?: v1.NameEscapingSchemeOptions;

  /**
   * Labels of pods that all targets of monitors get.
   *
   * @default - none
   */
  readonly podTargetLabels?: string[];

  /**
   * By which objects the targets of ServiceMonitors are found.
   *
   * @default - Endpoints, set by the Operator
   */
  readonly serviceDiscoveryRole?: v1.ServiceDiscoveryRole;
}

/** Values below `prometheus.prometheusSpec` on scraping. */
export const PROMETHEUS_SCRAPING: ValueTable<StackPrometheusScraping> = below('prometheusSpec', {
  scrapeInterval: at('scrapeInterval', DURATION),
  scrapeTimeout: at('scrapeTimeout', DURATION),
  evaluationInterval: at('evaluationInterval', DURATION),
  additionalScrapeConfigs: at('additionalScrapeConfigs', MAPS),
  additionalScrapeConfigsSecret: enabledSecretKey('additionalScrapeConfigsSecret'),
  scrapeClasses: at('scrapeClasses', boundList('scrapeClasses')),
  scrapeProtocols: at(
    'scrapeProtocols',
    choices(() => ScrapeProtocol),
  ),
  scrapeNativeHistograms: at('scrapeNativeHistograms', FLAG),
  scrapeClassicHistograms: at('scrapeClassicHistograms', FLAG),
  convertClassicHistogramsToNhcb: at('convertClassicHistogramsToNHCB', FLAG),
  nameValidationScheme: at(
    'nameValidationScheme',
    choice(() => NameValidationSchemeOptions),
  ),
  nameEscapingScheme: at(
    'nameEscapingScheme',
    choice(() => NameEscapingSchemeOptions),
  ),
  podTargetLabels: at('podTargetLabels', TEXTS),
  serviceDiscoveryRole: at(
    'serviceDiscoveryRole',
    choice(() => ServiceDiscoveryRole),
  ),
});
