import { LabelOperator, requirementHolds } from '../../lib/selection/label-requirement';

const { IN, NOT_IN, EXISTS, DOES_NOT_EXIST } = LabelOperator;

// The table of Kubernetes: apimachinery `pkg/labels/selector.go`, `Requirement.Matches`.
test.each([
  [IN, ['a', 'b'], 'a', true],
  [IN, ['a', 'b'], 'c', false],
  [IN, ['a', 'b'], undefined, false],
  [NOT_IN, ['a', 'b'], 'a', false],
  [NOT_IN, ['a', 'b'], 'c', true],
  [NOT_IN, ['a', 'b'], undefined, true],
  [EXISTS, undefined, 'a', true],
  [EXISTS, undefined, '', true],
  [EXISTS, undefined, undefined, false],
  [DOES_NOT_EXIST, undefined, '', false],
  [DOES_NOT_EXIST, undefined, undefined, true],
])('%s %j of the value "%s": %s', (operator, values, value, expected) => {
  expect(requirementHolds({ key: 'k', operator, values }, value)).toBe(expected);
});
