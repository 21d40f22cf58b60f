/**
 * Operators of a label selector requirement.
 */
export enum LabelOperator {
  /** The label is there and its value is one of those given. */
  IN = 'In',
  /** The label is absent, or its value is none of those given. */
  NOT_IN = 'NotIn',
  /** The label is there, whatever its value. */
  EXISTS = 'Exists',
  /** The label is absent. */
  DOES_NOT_EXIST = 'DoesNotExist',
}

/**
 * One requirement of a label selector, as in `matchExpressions`.
 */
export interface LabelRequirement {
  /** Key of the label. */
  readonly key: string;
  /** How the label and the values relate. */
  readonly operator: LabelOperator;
  /**
   * Values for `IN` and `NOT_IN`.
   *
   * @default - none
   */
  readonly values?: string[];
}

/** Whether a requirement holds for a label's value; `undefined` when the label is absent. */
export function requirementHolds({ operator, values = [] }: LabelRequirement, value: string | undefined): boolean {
  switch (operator) {
    case LabelOperator.IN:
      return value !== undefined && values.includes(value);
    case LabelOperator.NOT_IN:
      return value === undefined || !values.includes(value);
    case LabelOperator.EXISTS:
      return value !== undefined;
    case LabelOperator.DOES_NOT_EXIST:
      return value === undefined;
  }
}
