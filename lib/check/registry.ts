import type { Check } from './check';
import { notSelected } from './monitor/not-selected';
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
  notSelected,
];
