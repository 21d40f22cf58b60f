import type { Check } from './check';
import { notSelected } from './monitor/not-selected';
import { assumed } from './stack/assumed';
import { declaration } from './stack/declaration';
import { values } from './stack/values';

/** Every check, in the order in which the chain runs. */
export const CHECKS: readonly Check[] = [declaration, values, assumed, notSelected];
