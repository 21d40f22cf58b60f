import type { ValueTable } from '../value-table';
import { PROMETHEUS_ACCESS } from './access';
import { PROMETHEUS_ALERTING } from './alerting';
import { PROMETHEUS_LIMITS } from './limits';
import { PROMETHEUS_PODS } from './pods';
import { PROMETHEUS_REMOTE } from './remote';
import { PROMETHEUS_SCRAPING } from './scraping';
import { PROMETHEUS_SELECTION } from './selection';
import { PROMETHEUS_SERVER } from './server';
import type { StackPrometheus } from './stack-prometheus';
import { PROMETHEUS_STORAGE } from './storage';
import { PROMETHEUS_THANOS } from './thanos';

/** Values below `prometheus`. */
export const PROMETHEUS: ValueTable<StackPrometheus> = {
  ...PROMETHEUS_ACCESS,
  ...PROMETHEUS_ALERTING,
  ...PROMETHEUS_LIMITS,
  ...PROMETHEUS_PODS,
  ...PROMETHEUS_REMOTE,
  ...PROMETHEUS_SCRAPING,
  ...PROMETHEUS_SELECTION,
  ...PROMETHEUS_SERVER,
  ...PROMETHEUS_STORAGE,
  ...PROMETHEUS_THANOS,
};
