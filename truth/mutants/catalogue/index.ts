import type { Mutant } from '../mutant';
import { ACCEPTANCE } from './acceptance';
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
import { RELABELING } from './relabeling';
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
  ...ENDPOINTS,
  ...PODS,
  ...OPERATED,
  ...TARGETS,
  ...RELABELING,
  ...VERSIONS,
  ...DASHBOARDS,
];
