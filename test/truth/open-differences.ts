/**
 * Scenarios with which the simulator does not agree yet, each with what is missing. A test fails when one of them comes to
 * agree, so that it is taken from this list, and when another one differs.
 */
export const OPEN_DIFFERENCES: { readonly [scenario: string]: string } = {};
