import type { StackPrometheusAccess } from './access';
import type { StackPrometheusAlerting } from './alerting';
import type { StackPrometheusLimits } from './limits';
import type { StackPrometheusPods } from './pods';
import type { StackPrometheusRemote } from './remote';
import type { StackPrometheusScraping } from './scraping';
import type { StackPrometheusSelection } from './selection';
import type { StackPrometheusServer } from './server';
import type { StackPrometheusStorage } from './storage';
import type { StackPrometheusThanos } from './thanos';

/**
 * Prometheus, the chart's values below `prometheus` and `prometheus.prometheusSpec`, by the chart's own names. The
 * chart's values of `prometheusSpec` stand in this group itself.
 */
export interface StackPrometheus
  extends StackPrometheusAccess,
    StackPrometheusAlerting,
    StackPrometheusLimits,
    StackPrometheusPods,
    StackPrometheusRemote,
    StackPrometheusScraping,
    StackPrometheusSelection,
    StackPrometheusServer,
    StackPrometheusStorage,
    StackPrometheusThanos {}
