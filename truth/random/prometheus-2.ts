import { VERSIONS } from '../machine/tools';

/** The version 2 that runs, as an instance asks for it. */
export const PROMETHEUS_2 = `v${VERSIONS.prometheus2}`;
