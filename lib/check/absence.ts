/**
 * What it means that something is not among the objects.
 *
 * - `default`: a searched namespace that is there and holds nothing that fits is an error; a missing Secret or ConfigMap
 *   a warning; a namespace of which nothing is there is not known
 * - `complete`: the objects are all that there is, so whatever is missing is an error
 * - `partial`: the objects are a part, so whatever is missing is an info
 * - `tree`: the objects are those of one app. Only what no object elsewhere could mend is an error; the rest is a warning
 */
export type Absence = 'default' | 'complete' | 'partial' | 'tree';
