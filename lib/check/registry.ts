import type { Check } from './check';
import { notSelected } from './monitor/not-selected';

/** Every check, in the order in which the chain runs. */
export const CHECKS: readonly Check[] = [notSelected];
