import type { Mutant } from '../mutant';
import { ACCEPTANCE } from './acceptance';
import { ACCESS } from './access';
import { ALERTING } from './alerting';
import { DASHBOARDS } from './dashboards';
import { ENDPOINTS } from './endpoints';
import { FREEZES } from './freezes';
import { JOBS } from './jobs';
import { OBJECTS } from './objects';
import { OPERATED } from './operated';
import { OPERATORS } from './operators';
import { OWN_CONFIG } from './own-config';
import { PODS } from './pods';
import { POISONS } from './poisons';
import { PROBES } from './probes';
import { RELABELING } from './relabeling';
import { RULES } from './rules';
import { SCRAPE_CONFIGS } from './scrape-configs';
import { SELECTION } from './selection';
import { TARGETS } from './targets';
import { VERSIONS } from './versions';

/** All mutants, in the order of the way from an object to a target. */
export const CATALOGUE: readonly Mutant[] = [
  ...OBJECTS,
  ...OPERATORS,
  ...SELECTION,
  ...ACCEPTANCE,
  ...FREEZES,
  ...POISONS,
  ...OWN_CONFIG,
  ...JOBS,
  ...ACCESS,
  ...ENDPOINTS,
  ...PODS,
  ...OPERATED,
  ...TARGETS,
  ...PROBES,
  ...SCRAPE_CONFIGS,
  ...RELABELING,
  ...VERSIONS,
  ...RULES,
  ...ALERTING,
  ...DASHBOARDS,
];
