import type { Duration } from 'cdk8s';
import { MONITOR, type StackMonitor } from '../service-monitor';
import { DURATION } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * The ServiceMonitor of node-exporter or windows-exporter.
 */
export interface StackExporterMonitor extends StackMonitor {
  /**
   * Time that a scrape may take. At most `interval`.
   *
   * @default - that of the Prometheus object
   */
  readonly scrapeTimeout?: Duration;
}

/**
 * How node-exporter or windows-exporter is scraped.
 */
export interface StackExporterPrometheus {
  /**
   * The ServiceMonitor. A selector of your own misses it unless `additionalLabels` or `releaseLabel` fit.
   *
   * @default - as the chart sets it
   */
  readonly monitor?: StackExporterMonitor;
}

const EXPORTER_MONITOR: ValueTable<StackExporterMonitor> = {
  ...MONITOR,
  scrapeTimeout: at('scrapeTimeout', DURATION),
};

/** Values below `prometheus` of an exporter. */
export const EXPORTER_PROMETHEUS: ValueTable<StackExporterPrometheus> = {
  monitor: group('monitor', EXPORTER_MONITOR),
};
